package dev.taxon.server.http.shape;

import dev.taxon.Document;
import dev.taxon.Page;
import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A job that only reads. */
public record ParseJobShape(
    String id,
    Instant createdAt,
    Instant updatedAt,
    UUID projectId,
    StatusV2 status,
    @Nullable String errorMessage,
    String name,
    @Nullable String tier,
    @Nullable Usage usage,
    @Nullable JsonNode userMetadata) {

  /** What it cost: nothing. */
  public record Usage(@Nullable Integer credits) {}

  /**
   * A job or a reading that a classification did for itself.
   *
   * @param withUsage whether the client asked what it cost
   */
  public static ParseJobShape of(Job job, JobItem item, boolean exposeRunning, boolean withUsage) {
    JsonNode echo = job.wire() == Wire.PARSE ? Json.tree(job.echo()) : null;
    return new ParseJobShape(
        IdsV2.parseJob(item.documentId()),
        job.createdAt(),
        job.updatedAt(),
        job.projectId(),
        StatusV2.of(job, exposeRunning),
        job.errorMessage(),
        item.name(),
        echo == null ? null : echo.path("tier").asString(null),
        withUsage ? new Usage(null) : null,
        echo == null || !echo.path("user_metadata").isObject() ? null : echo.get("user_metadata"));
  }

  /** A job with what was asked for of its text; what there is nothing of stays null. */
  public record Expanded(
      ParseJobShape job,
      @Nullable Pages<TextPage> text,
      @Nullable Pages<MarkdownPage> markdown,
      @Nullable JsonNode items,
      @Nullable JsonNode metadata,
      @Nullable String textFull,
      @Nullable String markdownFull,
      @Nullable JsonNode jobMetadata,
      @Nullable JsonNode resultContentMetadata,
      @Nullable JsonNode imagesContentMetadata,
      @Nullable JsonNode forms,
      @Nullable JsonNode rawParameters) {

    /** With parts of a document, or with none while there is no document. */
    public static Expanded of(ParseJobShape job, @Nullable Document document, List<String> parts) {
      Document text = parts.contains("text") ? document : null;
      Document markdown = parts.contains("markdown") ? document : null;
      return new Expanded(
          job,
          text == null ? null : new Pages<>(text.pages().stream().map(TextPage::of).toList()),
          markdown == null
              ? null
              : new Pages<>(markdown.pages().stream().map(MarkdownPage::of).toList()),
          null,
          null,
          parts.contains("text_full") ? full(document) : null,
          parts.contains("markdown_full") ? full(document) : null,
          null,
          null,
          null,
          null,
          null);
    }

    private static @Nullable String full(@Nullable Document document) {
      return document == null
          ? null
          : document.pages().stream().map(Page::text).collect(Collectors.joining("\n\n"));
    }
  }

  /** Pages in order. */
  public record Pages<T>(List<T> pages) {}

  /** One page, numbered from 1. */
  public record TextPage(int pageNumber, String text) {
    static TextPage of(Page page) {
      return new TextPage(page.number(), page.text());
    }
  }

  /** One page as Markdown, which plain text is too. */
  public record MarkdownPage(
      int pageNumber,
      String markdown,
      boolean success,
      @Nullable String header,
      @Nullable String footer) {
    static MarkdownPage of(Page page) {
      return new MarkdownPage(page.number(), page.text(), true, null, null);
    }
  }
}
