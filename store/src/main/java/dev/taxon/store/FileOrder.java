package dev.taxon.store;

/** What a list is sorted by; ties are broken by id in the same direction. */
public record FileOrder(Field field, boolean ascending) {
  public enum Field {
    NAME,
    ID,
    CREATED_AT,
    UPDATED_AT
  }

  public static final FileOrder NEWEST_FIRST = new FileOrder(Field.CREATED_AT, false);
}
