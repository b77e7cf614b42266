/**
 * What every format shares while one file is read: the attempt with its deadline and everything
 * that must end with it, and the pages as they are collected under the limits. The formats beside
 * this package come in; nothing here knows any of them. One attempt belongs to one reading thread.
 */
@NullMarked
package dev.taxon.reader.pages;

import org.jspecify.annotations.NullMarked;
