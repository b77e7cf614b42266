package dev.taxon.server.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-9      | 100 | bytes 0-9/100",
        "bytes=90-      | 100 | bytes 90-99/100",
        "bytes=-10      | 100 | bytes 90-99/100",
        "bytes=-1000    | 100 | bytes 0-99/100",
        "bytes=50-1000  | 100 | bytes 50-99/100",
        "bytes = 1 - 2  | 100 | bytes 1-2/100",
        "bytes=9-0      | 100 | bytes 0-99/100",
        "bytes=-        | 100 | bytes 0-99/100",
        "bytes=0-1,3-4  | 100 | bytes 0-99/100",
        "lines=0-1      | 100 | bytes 0-99/100",
        "bytes=1-99999999999999999999 | 100 | bytes 1-99/100",
        "bytes=00000000000000000000-9 | 100 | bytes 0-9/100",
      })
  void reads(String header, long size, String contentRange) {
    var range = ByteRange.parse(Optional.of(header), size);

    assertThat(range.isBeyond()).isFalse();
    assertThat(range.header()).isEqualTo(contentRange);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9,10,false",
    "bytes=0-,10,false",
    "bytes=-10,10,false",
    "bytes=9-0,10,true",
    "lines=0-1,10,true",
    "bytes=0-,0,true"
  })
  void tellsARangeOfAllFromNone(String header, long size, boolean isAll) {
    assertThat(ByteRange.parse(Optional.of(header), size).isAll()).isEqualTo(isAll);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=100-,100",
    "bytes=100-200,100",
    "bytes=-0,100",
    "bytes=99999999999999999999-,100"
  })
  void knowsWhatLiesBeyond(String header, long size) {
    assertThat(ByteRange.parse(Optional.of(header), size).isBeyond()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-", "bytes=0-9", "bytes=-5"})
  void ofNothingGivesNothing(String header) {
    assertThat(ByteRange.parse(Optional.of(header), 0).length()).isZero();
  }
}
