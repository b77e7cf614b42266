@NullMarked
package dev.taxon.server;

import org.jspecify.annotations.NullMarked;
