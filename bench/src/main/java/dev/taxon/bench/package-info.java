/**
 * What Taxon costs, measured and put beside its budgets. {@link dev.taxon.bench.Bench} is the
 * program that {@code ./dev bench} runs. Nobody may use this room; it uses the product.
 */
@NullMarked
package dev.taxon.bench;

import org.jspecify.annotations.NullMarked;
