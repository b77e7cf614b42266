package dev.taxon.server.http.contract;

import java.util.List;

/** A request that the contract does not allow, with every problem found. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public InvalidRequest(List<Problem> problems) {
    super(problems.size() + " problems", null, false, false);
    this.problems = List.copyOf(problems);
  }

  public InvalidRequest(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}
