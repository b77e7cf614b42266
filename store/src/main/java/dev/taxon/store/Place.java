package dev.taxon.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A row's place in an order: what it is sorted by, then its id.
 *
 * @param key the row's name or instant; null where the order is by id alone
 */
record Place(FileOrder.Field field, @Nullable Object key, UUID id) {

  static Place of(FileOrder.Field field, StoredFile file) {
    return switch (field) {
      case NAME -> new Place(field, file.name(), file.id());
      case CREATED_AT -> new Place(field, file.createdAt(), file.id());
      case UPDATED_AT -> new Place(field, file.updatedAt(), file.id());
      case ID -> new Place(field, null, file.id());
    };
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException when it did not write it for this order
   */
  static Place of(FileOrder.Field field, String text) {
    int dot = text.indexOf('.');
    var id = UUID.fromString(dot < 0 ? text : text.substring(0, dot));
    if ((dot < 0) != (field == FileOrder.Field.ID)) {
      throw new IllegalArgumentException("a place in another order: " + text);
    }
    var rest = text.substring(dot + 1);
    return switch (field) {
      case NAME -> new Place(field, rest, id);
      case CREATED_AT, UPDATED_AT ->
          new Place(field, Instant.EPOCH.plus(Long.parseLong(rest), ChronoUnit.MICROS), id);
      case ID -> new Place(field, null, id);
    };
  }

  String text() {
    if (key instanceof Instant instant) {
      return id + "." + ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
    return key == null ? id.toString() : id + "." + key;
  }

  /** Holds, in SQL, for the rows behind this place. */
  String condition(FileOrder order) {
    var sign = order.ascending() ? " > " : " < ";
    return key == null
        ? "id" + sign + ":placeId"
        : "(" + column(field) + ", id)" + sign + "(:placeKey, :placeId)";
  }

  void bind(Query query) {
    query.bind("placeId", id);
    if (key != null) {
      query.bind("placeKey", key);
    }
  }

  static String orderBy(FileOrder order) {
    var direction = order.ascending() ? " asc" : " desc";
    return order.field() == FileOrder.Field.ID
        ? " order by id" + direction
        : " order by " + column(order.field()) + direction + ", id" + direction;
  }

  private static String column(FileOrder.Field field) {
    return switch (field) {
      case NAME -> "name";
      case ID -> "id";
      case CREATED_AT -> "created_at";
      case UPDATED_AT -> "updated_at";
    };
  }
}
