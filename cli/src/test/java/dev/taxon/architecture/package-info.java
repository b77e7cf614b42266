/** The house's rules as tests, each proven to fail on a fixture that breaks it. */
@NullMarked
package dev.taxon.architecture;

import org.jspecify.annotations.NullMarked;
