package dev.taxon.cli.official.gjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.official.json.Json;
import org.junit.jupiter.api.Test;

class GjsonTest {
  private static final String FRIENDS =
      """
      {"name":{"first":"Tom","last":"Anderson"},"age":37,"children":["Sara","Alex","Jack"],\
      "fav.movie":"Deer Hunter","a*b":1,"friends":[\
      {"first":"Dale","last":"Murphy","age":44,"nets":["ig","fb","tw"]},\
      {"first":"Roger","last":"Craig","age":68,"nets":["fb","tw"]},\
      {"first":"Jane","last":"Murphy","age":47,"nets":["ig","tw"],"gone":null}],\
      "empty":[],"big":12345678901234567890,"half":1.50,"yes":true,"no":false,"text":"a\\nb"}\
      """;

  private static String get(String path) {
    return Gjson.get(Json.parse(FRIENDS), path).raw();
  }

  private static String in(String json, String path) {
    return Gjson.get(Json.parse(json), path).raw();
  }

  @Test
  void walksKeysAndIndexes() {
    assertThat(get("name.last")).isEqualTo("\"Anderson\"");
    assertThat(get("age")).isEqualTo("37");
    assertThat(get("children.1")).isEqualTo("\"Alex\"");
    assertThat(get("friends.1.first")).isEqualTo("\"Roger\"");
    assertThat(get("children")).isEqualTo("[\"Sara\",\"Alex\",\"Jack\"]");
    assertThat(get("children.9")).isEmpty();
    assertThat(get("name.middle")).isEmpty();
    assertThat(get("age.years")).isEmpty();
    assertThat(in("[[1,2],[3,[4,5]]]", "1.1.0")).isEqualTo("4");
  }

  @Test
  void keepsNumbersAndEscapesAsTheyCame() {
    assertThat(get("big")).isEqualTo("12345678901234567890");
    assertThat(get("half")).isEqualTo("1.50");
    assertThat(get("text")).isEqualTo("\"a\\nb\"");
  }

  @Test
  void keysMayHavePatternsAndEscapes() {
    assertThat(get("child*.2")).isEqualTo("\"Jack\"");
    assertThat(get("c?ildren.0")).isEqualTo("\"Sara\"");
    assertThat(get("fav\\.movie")).isEqualTo("\"Deer Hunter\"");
    assertThat(get("a\\*b")).isEqualTo("1");
    assertThat(get("*.first")).isEqualTo("\"Tom\"");
  }

  @Test
  void hashCountsAndCollects() {
    assertThat(get("children.#")).isEqualTo("3");
    assertThat(get("empty.#")).isEqualTo("0");
    assertThat(get("friends.#.age")).isEqualTo("[44,68,47]");
    assertThat(get("friends.#.gone")).isEqualTo("[null]");
    assertThat(get("friends.#.nets.0")).isEqualTo("[\"ig\",\"fb\",\"ig\"]");
    assertThat(get("friends.#.nope")).isEqualTo("[]");
    assertThat(get("friends.#.nets.#")).isEqualTo("[3,2,2]");
    assertThat(get("name.#")).isEmpty();
    assertThat(in("[1,2]", "#")).isEqualTo("2");
  }

  @Test
  void queriesFindTheFirstOrAll() {
    assertThat(get("friends.#(last==\"Murphy\").first")).isEqualTo("\"Dale\"");
    assertThat(get("friends.#(last=\"Murphy\")#.first")).isEqualTo("[\"Dale\",\"Jane\"]");
    assertThat(get("friends.#(age>45)#.last")).isEqualTo("[\"Craig\",\"Murphy\"]");
    assertThat(get("friends.#(age>=47)#.age")).isEqualTo("[68,47]");
    assertThat(get("friends.#(age<47)#.age")).isEqualTo("[44]");
    assertThat(get("friends.#(age<=47)#.age")).isEqualTo("[44,47]");
    assertThat(get("friends.#(age!=44)#.age")).isEqualTo("[68,47]");
    assertThat(get("friends.#(first%\"D*\").last")).isEqualTo("\"Murphy\"");
    assertThat(get("friends.#(first!%\"D*\").last")).isEqualTo("\"Craig\"");
    assertThat(get("children.#(!%\"*a*\")")).isEqualTo("\"Alex\"");
    assertThat(get("children.#(%\"*a*\")#")).isEqualTo("[\"Sara\",\"Jack\"]");
    assertThat(get("friends.#(age>99)#")).isEqualTo("[]");
    assertThat(get("friends.#(age>99)")).isEmpty();
    assertThat(get("friends.#(nets.#(==\"fb\"))#.first")).isEqualTo("[\"Dale\",\"Roger\"]");
    assertThat(get("friends.#(gone)#.first")).isEqualTo("[\"Jane\"]");
    assertThat(get("friends.#(gone==~null)#.first")).isEqualTo("[\"Dale\",\"Roger\",\"Jane\"]");
    assertThat(in("[{\"t\":null},{\"t\":\"x\"}]", "#(t==null)#")).isEqualTo("[]");
    assertThat(in("[{\"t\":null},{\"t\":\"x\"}]", "#(t==~null)#")).isEqualTo("[{\"t\":null}]");
    assertThat(in("[{\"ok\":true,\"n\":1},{\"ok\":false,\"n\":2}]", "#(ok==true)#.n"))
        .isEqualTo("[1]");
    assertThat(in("[1,5,9]", "#(>4)#")).isEqualTo("[5,9]");
  }

  @Test
  void pipesWorkOnWhatWasFound() {
    assertThat(get("friends|0|first")).isEqualTo("\"Dale\"");
    assertThat(get("friends.#(last=\"Murphy\")#|first")).isEmpty();
    assertThat(get("friends.#(last=\"Murphy\")#.0")).isEqualTo("[]");
    assertThat(get("friends.#(last=\"Murphy\")#|0.first")).isEqualTo("\"Dale\"");
    assertThat(get("friends.#(last=\"Murphy\")#|#")).isEqualTo("2");
    assertThat(get("friends.#.age|1")).isEqualTo("68");
    assertThat(get("friends.#.age|@reverse")).isEqualTo("[47,68,44]");
  }

  @Test
  void selectionsBuildNewValues() {
    assertThat(get("{name.first,age,\"the_murphys\":friends.#(last=\"Murphy\")#.first}"))
        .isEqualTo("{\"first\":\"Tom\",\"age\":37,\"the_murphys\":[\"Dale\",\"Jane\"]}");
    assertThat(get("[name.first,age,nope]")).isEqualTo("[\"Tom\",37]");
    assertThat(get("friends.#.{f:first,n:nets.0}"))
        .isEqualTo(
            "[{\"f\":\"Dale\",\"n\":\"ig\"},{\"f\":\"Roger\",\"n\":\"fb\"},"
                + "{\"f\":\"Jane\",\"n\":\"ig\"}]");
    assertThat(get("name.{last}")).isEqualTo("{\"last\":\"Anderson\"}");
    assertThat(get("{children.#}")).isEqualTo("{\"_\":3}");
    assertThat(get("{a:age,b:half}.b")).isEqualTo("1.50");
    assertThat(get("{\"x\":!\"v\",age}")).isEqualTo("{\"x\":\"v\",\"age\":37}");
  }

  @Test
  void modifiersChangeTheWhole() {
    assertThat(get("children.@reverse")).isEqualTo("[\"Jack\",\"Alex\",\"Sara\"]");
    assertThat(get("children.@reverse.0")).isEqualTo("\"Jack\"");
    assertThat(get("name.@reverse")).isEqualTo("{\"last\":\"Anderson\",\"first\":\"Tom\"}");
    assertThat(get("name.@keys")).isEqualTo("[\"first\",\"last\"]");
    assertThat(get("name.@values")).isEqualTo("[\"Tom\",\"Anderson\"]");
    assertThat(get("@this.age")).isEqualTo("37");
    assertThat(get("name.@tostr")).startsWith("\"{\\\"first\\\"");
    assertThat(get("name.@tostr.@fromstr.last")).isEqualTo("\"Anderson\"");
    assertThat(get("age.@valid")).isEqualTo("37");
    assertThat(in("[1,[2,[3]],4]", "@flatten")).isEqualTo("[1,2,[3],4]");
    assertThat(in("[1,[2,[3]],4]", "@flatten:{\"deep\":true}")).isEqualTo("[1,2,3,4]");
    assertThat(in("[{\"a\":1,\"b\":2},{\"a\":3}]", "@join")).isEqualTo("{\"a\":3,\"b\":2}");
    assertThat(in("[{\"a\":1},{\"a\":3}]", "@join:{\"preserve\":true}"))
        .isEqualTo("{\"a\":1,\"a\":3}");
    assertThat(in("{ \"a\" : [ 1 , 2 ] }", "@ugly")).isEqualTo("{\"a\":[1,2]}");
    assertThat(in("{\"a\":1}", "@pretty")).isEqualTo("{\n  \"a\": 1\n}\n");
    assertThat(in("{\"a\":{\"id\":1,\"b\":{\"id\":2}}}", "@dig:id")).isEqualTo("[1,2]");
    assertThat(in("{\"a\":1}", "@nosuch")).isEmpty();
  }

  @Test
  void twoDotsReadTextOfManyValues() {
    String lines = "{\"n\":1}\n{\"n\":2}\n";
    assertThat(in(lines, "..#")).isEqualTo("2");
    assertThat(in(lines, "..1.n")).isEqualTo("2");
    assertThat(in(lines, "..#.n")).isEqualTo("[1,2]");
  }
}
