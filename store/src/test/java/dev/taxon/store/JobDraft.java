package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.RuleSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job to be, with everything at its usual value until said otherwise. */
final class JobDraft {
  private final Tenant tenant;
  private Wire wire = Wire.V1;
  private UUID projectId;
  private UUID keyId;
  private @Nullable RuleSet rules = Tenant.RULES;
  private JobOptions options = new JobOptions("FAST", "en", 5, null);
  private List<NewJob.Item> items = List.of();
  private List<JobWebhook> webhooks = List.of();
  private String body = "00";
  private boolean retry;
  private @Nullable String idempotencyKey;
  private @Nullable String transactionId;
  private @Nullable String configurationId;
  private @Nullable UUID sourceId;
  private @Nullable FileDraft file;
  private WorkQueue queue = new RowsQueue();

  JobDraft(Tenant tenant) {
    this.tenant = tenant;
    this.projectId = tenant.project().id();
    this.keyId = tenant.key().id();
  }

  JobDraft wire(Wire value) {
    wire = value;
    return this;
  }

  JobDraft project(UUID value) {
    projectId = value;
    return this;
  }

  JobDraft key(UUID value) {
    keyId = value;
    return this;
  }

  JobDraft rules(@Nullable RuleSet value) {
    rules = value;
    return this;
  }

  JobDraft options(JobOptions value) {
    options = value;
    return this;
  }

  JobDraft items(List<NewJob.Item> value) {
    items = value;
    return this;
  }

  JobDraft webhooks(List<JobWebhook> value) {
    webhooks = value;
    return this;
  }

  JobDraft body(String value) {
    body = value;
    return this;
  }

  JobDraft retry() {
    retry = true;
    return this;
  }

  JobDraft idempotencyKey(String value) {
    idempotencyKey = value;
    return this;
  }

  JobDraft transaction(String value) {
    wire = Wire.V2;
    transactionId = value;
    return this;
  }

  JobDraft configuration(String value) {
    configurationId = value;
    return this;
  }

  JobDraft source(UUID value) {
    sourceId = value;
    return this;
  }

  /** The one file is made with the job. */
  JobDraft file(FileDraft value) {
    file = value;
    return items(List.of(new NewJob.Item(value.file().id(), value.file().id().toString())));
  }

  JobDraft queue(WorkQueue value) {
    queue = value;
    return this;
  }

  JobCreation create() {
    return tenant
        .store()
        .course()
        .create(
            new NewJob(
                wire,
                projectId,
                keyId,
                "anna",
                rules,
                options,
                items,
                webhooks,
                body,
                retry,
                idempotencyKey,
                transactionId,
                configurationId,
                null,
                sourceId,
                file),
            queue);
  }

  Job created() {
    var creation = create();
    assertThat(creation).isInstanceOf(JobCreation.Created.class);
    return ((JobCreation.Created) creation).job();
  }
}
