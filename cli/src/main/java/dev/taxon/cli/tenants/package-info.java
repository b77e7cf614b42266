/**
 * Who may use a service of this machine: its keys and projects, made and ended in its data folder,
 * whether it runs or not. Whoever may read and write that folder is the operator; nobody is asked
 * for a key. The program's list of commands comes in, nobody else.
 */
@NullMarked
package dev.taxon.cli.tenants;

import org.jspecify.annotations.NullMarked;
