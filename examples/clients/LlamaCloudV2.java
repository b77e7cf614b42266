import ai.llamaindex.llamacloud.client.LlamaCloudClient;
import ai.llamaindex.llamacloud.client.okhttp.LlamaCloudOkHttpClient;
import ai.llamaindex.llamacloud.models.classify.ClassifyConfiguration;
import ai.llamaindex.llamacloud.models.classify.ClassifyCreateParams;
import ai.llamaindex.llamacloud.models.classify.ClassifyCreateRequest;
import ai.llamaindex.llamacloud.models.classify.ClassifyGetResponse;
import ai.llamaindex.llamacloud.models.files.FileCreateParams;
import java.nio.file.Path;
import java.util.Set;

/** The shortest program over the official Java SDK 1.5.1: prints what kind of document a file is. */
class LlamaCloudV2 {
  public static void main(String[] words) throws InterruptedException {
    LlamaCloudClient client =
        LlamaCloudOkHttpClient.builder()
            .apiKey(System.getenv("LLAMA_CLOUD_API_KEY"))
            .baseUrl(System.getenv("LLAMA_CLOUD_BASE_URL")) // the one line
            .build();
    String file =
        client
            .files()
            .create(
                FileCreateParams.builder().purpose("classify").file(Path.of(words[0])).build())
            .id();
    var rule =
        ClassifyConfiguration.Rule.builder()
            .type("invoice")
            .description("asks for payment and states a total due")
            .build();
    var request =
        ClassifyCreateRequest.builder()
            .fileInput(file)
            .configuration(ClassifyConfiguration.builder().addRule(rule).build())
            .build();
    String id =
        client
            .classify()
            .create(ClassifyCreateParams.builder().classifyCreateRequest(request).build())
            .id();
    ClassifyGetResponse job;
    do {
      Thread.sleep(1000);
      job = client.classify().get(id);
    } while (Set.of("PENDING", "RUNNING").contains(job.status().asString()));
    System.out.println(job.result());
  }
}
