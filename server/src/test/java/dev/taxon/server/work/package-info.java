@NullMarked
package dev.taxon.server.work;

import org.jspecify.annotations.NullMarked;
