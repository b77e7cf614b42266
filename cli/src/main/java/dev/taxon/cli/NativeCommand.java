package dev.taxon.cli;

import dev.taxon.cli.check.CheckCommand;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.demo.DemoCommand;
import dev.taxon.cli.eval.EvalCommand;
import dev.taxon.cli.explain.ExplainCommand;
import dev.taxon.cli.init.InitCommand;
import dev.taxon.cli.run.RunCommand;
import dev.taxon.cli.serve.ServeCommand;
import dev.taxon.cli.tenants.KeysCommand;
import dev.taxon.cli.tenants.ProjectsCommand;
import java.util.List;
import java.util.function.Supplier;

/**
 * One of Taxon's own commands, in the order of help. Describing a command to its parser takes time,
 * so only the one that is meant is made.
 *
 * @param summary the line that help shows; empty for a command that is not for people
 * @param maker makes the object that the parser describes and calls
 */
record NativeCommand(String name, String summary, Supplier<Object> maker) {
  static List<NativeCommand> all(Console console, Composition composition) {
    return List.of(
        new NativeCommand(
            "demo",
            "Show what Taxon does, on documents that come with it",
            () -> new DemoCommand(console, Composition::start)),
        new NativeCommand(
            "run",
            "Classify files and folders, without a server",
            () -> new RunCommand(console, composition::parts, composition::data)),
        new NativeCommand(
            "init",
            "Draft a file of rules, from folders of samples or by asking",
            () -> new InitCommand(console, composition::parts)),
        new NativeCommand(
            "explain",
            "Show what was read of a document and what decided",
            () -> new ExplainCommand(console, composition::parts)),
        new NativeCommand(
            "check",
            "Say what will not work about a file of rules",
            () -> new CheckCommand(console, composition::parts)),
        new NativeCommand(
            "eval",
            "Say how often rules are right, on documents whose type is known",
            () -> new EvalCommand(console, composition::parts)),
        new NativeCommand(
            "serve",
            "Run the service on this machine",
            () -> new ServeCommand(console, Composition::start, Composition.VARIABLES)),
        new NativeCommand(
            "jobs", "Cancel jobs of a service, whoever made them", () -> new JobsCommand(console)),
        new NativeCommand(
            "deliveries",
            "Show what webhooks of a service were told, and send it again",
            () -> new DeliveriesCommand(console)),
        new NativeCommand(
            "keys",
            "Make, list and revoke keys of a service on this machine",
            () -> new KeysCommand(console, composition::store)),
        // the name is the compatible client's, who tells of it
        new NativeCommand("projects", "", () -> new ProjectsCommand(console, composition::store)),
        new NativeCommand(
            "config",
            "Show every setting, its value and where that came from",
            () -> new ConfigCommand(console)),
        new NativeCommand("rehearse", "", () -> new RehearseCommand(console, Composition::start)));
  }

  boolean isForPeople() {
    return !summary.isEmpty();
  }
}
