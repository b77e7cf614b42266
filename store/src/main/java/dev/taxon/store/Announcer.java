package dev.taxon.store;

/** Puts announcements into the words of the wire. Is asked within transactions: must be quick. */
public interface Announcer {
  /** The body, which goes out as it is at every attempt. */
  String body(Announcement announcement);

  /** A job's id as its wire spells it. */
  String spelling(Job job);

  /** For a store that changes no jobs with webhooks: refuses to. */
  Announcer NONE =
      new Announcer() {
        @Override
        public String body(Announcement announcement) {
          throw new IllegalStateException("nobody here puts webhooks into words");
        }

        @Override
        public String spelling(Job job) {
          throw new IllegalStateException("nobody here puts webhooks into words");
        }
      };
}
