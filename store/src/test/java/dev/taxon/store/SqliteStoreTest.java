package dev.taxon.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** Every kit on SQLite. */
class SqliteStoreTest {

  @Nested
  class AccessTest extends AccessKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class FilesTest extends FilesKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class JobsTest extends JobsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class PresetsTest extends PresetsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class DeliveriesTest extends DeliveriesKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class RepeatsTest extends RepeatsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class OutcomesTest extends OutcomesKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class NewsTest extends NewsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class SweeperTest extends SweeperKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class SecondWireTest extends SecondWireKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class TextsTest extends TextsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class AnswersTest extends AnswersKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class AnsweringTest extends AnsweringKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }

  @Nested
  class QuotaTest extends QuotaKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return StoreSettings.sqlite(folder);
    }
  }
}
