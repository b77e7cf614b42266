package dev.taxon.store;

/** How a delivery stands. */
public enum DeliveryStatus {
  /** It is to be sent, or being sent. */
  WAITING,
  /** The receiver took it. */
  DELIVERED,
  /** It was given up; it can be sent again. */
  FAILED
}
