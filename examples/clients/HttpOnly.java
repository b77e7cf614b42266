import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Without a client: prints what kind of document a file is. Needs Java 17 or newer and no library:
 * {@code java HttpOnly.java a.pdf}.
 */
class HttpOnly {
  private static final String BASE = System.getenv("LLAMA_CLOUD_BASE_URL"); // the one line
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] words) throws Exception {
    Path document = Path.of(words[0]);
    String mark = "mark-of-the-form";
    String head = "--" + mark + "\r\nContent-Disposition: form-data; name=";
    String file =
        member(
            "id",
            call(
                "/api/v1/beta/files",
                "multipart/form-data; boundary=" + mark,
                BodyPublishers.concat(
                    BodyPublishers.ofString(head + "\"purpose\"\r\n\r\nclassify\r\n"),
                    BodyPublishers.ofString(
                        head + "\"file\"; filename=\"" + document.getFileName() + "\"\r\n\r\n"),
                    BodyPublishers.ofFile(document),
                    BodyPublishers.ofString("\r\n--" + mark + "--\r\n"))));
    String job =
        call(
            "/api/v2/classify",
            "application/json",
            BodyPublishers.ofString(
                """
                {"file_input": "%s", "configuration": {"rules": [
                  {"type": "invoice", "description": "asks for payment and states a total due"}]}}
                """
                    .formatted(file)));
    while (member("status", job).equals("PENDING")) {
      Thread.sleep(200);
      job = call("/api/v2/classify/" + member("id", job), null, null);
    }
    // a real program reads the JSON with a library; what is asked for here stands behind "result"
    System.out.println(member("type", job.substring(job.indexOf("\"result\""))));
  }

  private static String call(String path, String type, BodyPublisher body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + System.getenv("LLAMA_CLOUD_API_KEY"));
    if (body != null) {
      request.header("Content-Type", type).POST(body);
    }
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static String member(String name, String json) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    return found.find() ? found.group(1) : "none";
  }
}
