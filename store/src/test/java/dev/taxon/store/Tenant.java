package dev.taxon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.taxon.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization with a key, and the things it has in a store. */
record Tenant(Store store, Project project, ApiKey key) {
  static final RuleSet RULES =
      RuleSet.of("letter", "somebody writes to somebody", "bill", "to pay");

  static Tenant of(Store store, String name) {
    var project = store.access().createOrganization(name);
    return new Tenant(
        store,
        project,
        store
            .access()
            .createKey("secret of " + name, name, "anna", project.organizationId(), null));
  }

  Scope scope() {
    return key.scope();
  }

  Blob blob(String content) {
    try {
      return store.blobs().put(new ByteArrayInputStream(content.getBytes(UTF_8)), 1 << 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file whose name is its content. */
  StoredFile file(String content) {
    return store.files().create(newFile(content, blob(content), null));
  }

  /** A file that waits for its upload. */
  StoredFile placeholder(String name) {
    return store.files().create(newFile(name, null, null));
  }

  StoredFile expiring(String content, Instant expiresAt) {
    return store.files().create(newFile(content, blob(content), expiresAt));
  }

  NewFile newFile(String name, @Nullable Blob blob, @Nullable Instant expiresAt) {
    return new NewFile(
        project.id(), name, null, "txt", null, blob, "classify", null, null, null, null, expiresAt);
  }

  /** A draft of a v1 job over files; spelled as their ids are. */
  JobDraft draft(StoredFile... files) {
    return draftOfIds(Arrays.stream(files).map(StoredFile::id).toArray(UUID[]::new));
  }

  JobDraft draftOfIds(UUID... fileIds) {
    return new JobDraft(this)
        .items(Arrays.stream(fileIds).map(id -> new NewJob.Item(id, id.toString())).toList());
  }

  /** A job over texts, one file each. */
  Job job(String... contents) {
    return draft(Arrays.stream(contents).map(this::file).toArray(StoredFile[]::new)).created();
  }

  Job find(Job job) {
    return store.jobs().find(scope(), job.wire(), job.id()).orElseThrow();
  }

  List<UUID> waiting(Job job) {
    return store.jobs().documentsWithoutOutcome(job.id());
  }

  List<JobItem> items(Job job) {
    return store.jobs().items(job.id(), 0, Integer.MAX_VALUE);
  }
}
