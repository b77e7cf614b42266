package dev.taxon.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** Every kit on PostgreSQL. */
class PostgresStoreTest {

  @Nested
  class AccessTest extends AccessKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class FilesTest extends FilesKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class JobsTest extends JobsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class PresetsTest extends PresetsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class DeliveriesTest extends DeliveriesKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class RepeatsTest extends RepeatsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class OutcomesTest extends OutcomesKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class NewsTest extends NewsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class SweeperTest extends SweeperKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class SecondWireTest extends SecondWireKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class TextsTest extends TextsKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class AnswersTest extends AnswersKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class AnsweringTest extends AnsweringKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }

  @Nested
  class QuotaTest extends QuotaKit {
    @Override
    StoreSettings emptyStore(Path folder) {
      return TestPostgres.emptiedDatabase(folder);
    }
  }
}
