package dev.taxon.store;

/** Which of the two wires made a job. */
public enum Wire {
  V1,
  V2
}
