package dev.taxon.cli.official.catalogue;

import dev.taxon.cli.official.value.Kind;
import java.util.List;

/**
 * One flag of a command.
 *
 * @param name without dashes; a dotted name sets a field of the flag before the dot
 * @param kind what it takes
 * @param place where its value goes
 * @param field its name there
 * @param required whether the command refuses to run without it
 * @param file whether its value is the path of a file to upload
 * @param listOuter for a flag with dotted ones and of any kind: whether it starts as a list
 * @param summary for help
 * @param inner the dotted flags that set its fields
 */
public record Flag(
    String name,
    Kind kind,
    Place place,
    String field,
    boolean required,
    boolean file,
    boolean listOuter,
    String summary,
    List<Flag> inner) {
  public Flag {
    inner = List.copyOf(inner);
  }

  static Flag query(String name, Kind kind, String summary) {
    return at(Place.QUERY, name, kind, name.replace('-', '_'), summary);
  }

  static Flag body(String name, Kind kind, String summary) {
    return at(Place.BODY, name, kind, name.replace('-', '_'), summary);
  }

  static Flag path(String name, String summary) {
    return at(Place.PATH, name, Kind.TEXT, name.replace('-', '_'), summary).required(true);
  }

  static Flag at(Place place, String name, Kind kind, String field, String summary) {
    return new Flag(name, kind, place, field, false, false, false, summary, List.of());
  }

  /** The same flag under another name in the request. */
  Flag as(String newField) {
    return new Flag(name, kind, place, newField, required, file, listOuter, summary, inner);
  }

  Flag required(boolean isRequired) {
    return new Flag(name, kind, place, field, isRequired, file, listOuter, summary, inner);
  }

  Flag ofFile() {
    return new Flag(name, kind, place, field, required, true, listOuter, summary, inner);
  }

  Flag startingAsList() {
    return new Flag(name, kind, place, field, required, file, true, summary, inner);
  }

  /** The same flag with dotted flags: each one's name is its field with dashes. */
  Flag with(Flag... fields) {
    return new Flag(name, kind, place, field, required, file, listOuter, summary, List.of(fields));
  }

  /** A dotted flag {@code outer.field-name}. */
  static Flag field(String outer, String field, Kind kind, String summary) {
    return at(Place.INSIDE, outer + "." + field.replace('_', '-'), kind, field, summary);
  }
}
