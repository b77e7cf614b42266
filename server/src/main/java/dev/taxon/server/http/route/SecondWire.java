package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.shape.IdsV2;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Texts;
import dev.taxon.store.Wire;
import java.util.HashMap;
import java.util.Map;

/** The second wire put together. */
public final class SecondWire {
  private final Map<String, Action> actions = new HashMap<>();

  /**
   * The routes of both kinds of jobs.
   *
   * @param exposeRunning whether jobs at work are told from those that wait
   */
  public SecondWire(
      Tenants tenants,
      ClassifyJobs jobs,
      UserFiles files,
      Texts texts,
      Uploads uploads,
      PageTokens tokens,
      SavedConfigurations saved,
      OutwardRoutes outward,
      Contract contract,
      boolean exposeRunning) {
    var classify =
        new JobsV2(tenants, jobs, tokens, exposeRunning, Wire.V2, "classify", IdsV2.CLASSIFY_JOB);
    var parse =
        new JobsV2(tenants, jobs, tokens, exposeRunning, Wire.PARSE, "parse", IdsV2.PARSE_JOB);
    var inputs = new DocumentInputs(files, jobs, outward.urls());
    actions.putAll(
        new ClassifyV2Routes(classify, jobs, inputs, saved, outward, contract).actions());
    actions.putAll(
        new ParseRoutes(parse, jobs, files, texts, uploads, saved, outward, contract).actions());
  }

  public Map<String, Action> actions() {
    return Map.copyOf(actions);
  }
}
