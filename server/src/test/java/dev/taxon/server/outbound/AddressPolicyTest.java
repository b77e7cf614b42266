package dev.taxon.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy STRICT = AddressPolicy.allowing(List.of());

  private static boolean reaches(AddressPolicy policy, String address) {
    return policy.objection(InetAddress.ofLiteral(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "fec0::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "fe80::5efe:7f00:1",
        "2001:4860::5efe:a00:1",
        "4000::1"
      })
  void whatIsNotPublicIsRefused(String address) {
    assertThat(reaches(STRICT, address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.32.0.1",
        "192.169.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "::ffff:8.8.8.8"
      })
  void whatIsPublicIsReached(String address) {
    assertThat(reaches(STRICT, address)).isTrue();
  }

  @Test
  void theOperatorNamesNetworksButNeverWhatLeadsIntoTheMachineOrItsCloud() {
    var named = AddressPolicy.allowing(List.of("10.1.0.0/16", "loopback"));
    assertThat(reaches(named, "10.1.2.3")).isTrue();
    assertThat(reaches(named, "10.2.2.3")).isFalse();
    assertThat(reaches(named, "127.0.0.1")).isTrue();
    assertThat(reaches(named, "::1")).isTrue();
    var all = AddressPolicy.allowing(List.of("0.0.0.0/0", "::/0", "private"));
    assertThat(reaches(all, "192.168.3.4")).isTrue();
    assertThat(reaches(all, "169.254.169.254")).isFalse();
    assertThat(reaches(all, "fe80::1")).isFalse();
    assertThat(reaches(all, "64:ff9b::a9fe:a9fe")).isFalse();
  }

  @Test
  void whatIsNoNetworkIsNamedByNobody() {
    for (String bad : List.of("10.0.0.0/33", "example.org", "10.0.0/8", "::/129")) {
      assertThatThrownBy(() -> AddressPolicy.allowing(List.of(bad)))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
