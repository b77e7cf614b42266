package dev.taxon.server.work;

import dev.taxon.ReadFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told what happens at work, for metrics; must return at once and never throw. */
public interface WorkObserver {
  /** A document was read; {@code time} from start to the pages. */
  void read(Duration time);

  /**
   * A document was decided.
   *
   * @param time from the pages to the decision
   * @param way see {@link dev.taxon.Decision#way}
   */
  void decided(Duration time, @Nullable String way);

  /** A document has its outcome: a failure, or null for a decision. */
  void ended(ReadFailure.@Nullable Code failure);

  /** A document goes back to the queue and is tried again. */
  void retried();

  /** Sees nothing. */
  WorkObserver NONE =
      new WorkObserver() {
        @Override
        public void read(Duration time) {}

        @Override
        public void decided(Duration time, @Nullable String way) {}

        @Override
        public void ended(ReadFailure.@Nullable Code failure) {}

        @Override
        public void retried() {}
      };
}
