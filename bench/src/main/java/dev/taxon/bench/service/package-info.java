/**
 * The running product, measured from outside as its users meet it: the program that starts, the
 * service over HTTP, the command line. Only {@link dev.taxon.bench.Bench} comes in.
 */
@NullMarked
package dev.taxon.bench.service;

import org.jspecify.annotations.NullMarked;
