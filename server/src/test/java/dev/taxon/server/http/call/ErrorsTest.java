package dev.taxon.server.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.access.Refused;
import dev.taxon.store.DiskFull;
import dev.taxon.store.StorageFull;
import dev.taxon.store.StoreUnavailable;
import dev.taxon.store.TooLarge;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private final Map<String, String> headers = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  @Test
  void aFullDiskIsSaidAndNotToBeRetried() throws IOException {
    for (Throwable full :
        new Throwable[] {
          new DiskFull(new IOException("No space left on device")),
          new StorageFull(new IllegalStateException("database or disk is full"))
        }) {
      assertThat(answer(full))
          .isEqualTo("507 {\"detail\":\"The server has no room left to store this\"}");
      assertThat(headers).containsEntry("x-should-retry", "false");
    }
  }

  @Test
  void aStoreThatIsAwayIsToBeRetried() throws IOException {
    assertThat(answer(new StoreUnavailable("the database cannot be reached at db:5432", null)))
        .isEqualTo("503 {\"detail\":\"Service Unavailable\"}");
    assertThat(headers).containsEntry("Retry-After", "1");
  }

  @Test
  void afaultTellsItsNumberAndNothingElse() throws IOException {
    assertThat(answer(new IllegalStateException("secret internals")))
        .isEqualTo("500 {\"detail\":\"Internal Server Error\",\"request_id\":\"r-1\"}");
  }

  @Test
  void refusalsAreSentences() throws IOException {
    assertThat(answer(Refused.unknown("File"))).isEqualTo("404 {\"detail\":\"File not found\"}");
    assertThat(answer(Refused.impossible("No"))).isEqualTo("400 {\"detail\":\"No\"}");
    assertThat(answer(new TooLarge(7)))
        .isEqualTo("413 {\"detail\":\"File too large: the limit is 7 bytes\"}");
  }

  private String answer(Throwable failure) throws IOException {
    body.reset();
    Errors.answer(failure, "r-1").writeTo(response());
    return status + " " + body.toString(StandardCharsets.UTF_8);
  }

  private HttpServletResponse response() {
    var out =
        new ServletOutputStream() {
          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(int b) {
            body.write(b);
          }
        };
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "getOutputStream" -> {
                  return out;
                }
                default -> {}
              }
              return null;
            });
  }
}
