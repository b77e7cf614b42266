/**
 * Everything that must survive a crash: organizations, projects, keys, files, blobs, jobs, their
 * outcomes and what webhooks are told of them, on SQLite or PostgreSQL. Each state changes only
 * here, through methods named after what happened, each one transaction and idempotent. {@link
 * dev.taxon.store.Store} is the one way in.
 */
@NullMarked
package dev.taxon.store;

import org.jspecify.annotations.NullMarked;
