package dev.taxon.store;

/** What came of an attempt to change a preset. */
public sealed interface PresetChange {
  /** It is as asked now. */
  record Changed(Preset preset) implements PresetChange {}

  /** There is none, or none in scope. */
  record Missing() implements PresetChange {}

  /** Another of the same product has the name; nothing was changed. */
  record NameTaken() implements PresetChange {}
}
