package dev.taxon.cli.official;

import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.parse.Call;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom to ask, and with what headers.
 *
 * @param base the address, perhaps with a path
 * @param named whether somebody named it, by a flag or a variable
 * @param headers those of every request
 */
record Server(String base, boolean named, SortedMap<String, String> headers) {
  static Server of(String program, Call call, Map<String, String> env, LocalService service) {
    String base = call.given().text("base-url", "");
    if (base.isEmpty()) {
      base = env.getOrDefault("LLAMA_CLOUD_BASE_URL", "");
    }
    boolean named = !base.isEmpty();
    boolean local = !named || service.isAt(base);
    Optional<String> key =
        call.given().isSet("api-key")
            ? Optional.of(call.given().text("api-key", ""))
            : Optional.ofNullable(env.get("LLAMA_CLOUD_API_KEY"));
    if (key.isEmpty() && local) {
      key = service.key();
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (String line : env.getOrDefault("LLAMA_CLOUD_CUSTOM_HEADERS", "").lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    Command command = call.command().orElseThrow();
    headers.put("Accept", command.silent() ? "*/*" : "application/json");
    key.ifPresent(text -> headers.put("Authorization", ("Bearer " + text.strip()).strip()));
    headers.put("User-Agent", "LlamaCloud/CLI " + OfficialCli.VERSION);
    headers.put(
        "X-Stainless-Arch", System.getProperty("os.arch", "unknown").replace("amd64", "x64"));
    headers.put(
        "X-Stainless-CLI-Command",
        program + " " + call.group().orElseThrow().name() + " " + command.name());
    headers.put("X-Stainless-Lang", "cli");
    headers.put(
        "X-Stainless-OS", System.getProperty("os.name", "unknown").replace("Mac OS X", "MacOS"));
    headers.put("X-Stainless-Package-Version", OfficialCli.VERSION);
    headers.put("X-Stainless-Runtime", "cli");
    headers.put("X-Stainless-Runtime-Version", "java" + System.getProperty("java.version", ""));
    return new Server(named ? base : service.base(), named, headers);
  }
}
