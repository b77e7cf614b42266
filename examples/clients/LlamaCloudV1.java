import ai.llamaindex.llamacloud.client.LlamaCloudClient;
import ai.llamaindex.llamacloud.client.okhttp.LlamaCloudOkHttpClient;
import ai.llamaindex.llamacloud.models.classifier.jobs.ClassifierRule;
import ai.llamaindex.llamacloud.models.classifier.jobs.ClassifyJob;
import ai.llamaindex.llamacloud.models.classifier.jobs.JobCreateParams;
import ai.llamaindex.llamacloud.models.classifier.jobs.StatusEnum;
import ai.llamaindex.llamacloud.models.files.FileCreateParams;
import java.nio.file.Path;

/** The shortest program over the official Java SDK 1.5.1, first wire: prints what a file is. */
class LlamaCloudV1 {
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
    ClassifyJob job =
        client
            .classifier()
            .jobs()
            .create(
                JobCreateParams.builder()
                    .addFileId(file)
                    .addRule(
                        ClassifierRule.builder()
                            .type("invoice")
                            .description("asks for payment and states a total due")
                            .build())
                    .build());
    while (client.classifier().jobs().get(job.id()).status().equals(StatusEnum.PENDING)) {
      Thread.sleep(1000);
    }
    client
        .classifier()
        .jobs()
        .getResults(job.id())
        .items()
        .forEach(item -> System.out.println(item.result()));
  }
}
