package dev.taxon.bench.library;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time of this whole process: its work, and the compiling and collecting that it causes.
 */
final class CpuClock {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CpuClock() {}

  /** Something to time. */
  interface Work {
    void run() throws Exception;
  }

  /** CPU seconds that work took, user and system together. */
  static double secondsOf(Work work) throws Exception {
    long began = SYSTEM.getProcessCpuTime();
    work.run();
    return (SYSTEM.getProcessCpuTime() - began) / 1e9;
  }
}
