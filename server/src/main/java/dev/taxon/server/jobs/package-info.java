/**
 * The use case of classifying files: making jobs, and telling how they stand and what came out.
 * Reading and deciding happen elsewhere; here a job is only promised, durably and at once. Knows
 * the store and nothing of HTTP.
 */
@NullMarked
package dev.taxon.server.jobs;

import org.jspecify.annotations.NullMarked;
