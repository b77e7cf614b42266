package dev.taxon.cli.official.catalogue;

/** Where in the request a flag's value goes. */
public enum Place {
  PATH,
  QUERY,
  BODY,
  /** Into one field of the object that another flag holds. */
  INSIDE,
  /** Not into the request. */
  NOWHERE
}
