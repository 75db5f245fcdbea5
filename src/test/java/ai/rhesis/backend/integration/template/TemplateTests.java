package ai.rhesis.backend.integration.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TemplateTests {

    private static final Map<String, Object> VALUES = Map.of(
            "input", "Say \"hi\" {{ 7 * 7 }}",
            "messages",
                    List.of(Map.of("role", "user", "content", "Hello"), Map.of("role", "assistant", "content", "Hi")),
            "params", Map.of("temperature", 0.5, "top", 3L, "on", true, "name", "Ann"),
            "words", List.of("a", "b", "c"));

    @Test
    void oneExpressionKeepsItsType() {
        assertThat(render("{{ params.temperature }}")).isEqualTo(0.5);
        assertThat(render("{{ params.top }}")).isEqualTo(3L);
        assertThat(render("{{ params.on }}")).isEqualTo(true);
        assertThat(render("{{messages}}")).isEqualTo(VALUES.get("messages"));
        assertThat(render("{{ messages[0] }}")).isEqualTo(Map.of("role", "user", "content", "Hello"));
        assertThat(render("{{ input }}")).isEqualTo("Say \"hi\" {{ 7 * 7 }}");
        assertThat(render("{{ missing }}")).isNull();
        assertThat(render("{{ {'model': params.name, 'list': [1, 2]} }}"))
                .isEqualTo(Map.of("model", "Ann", "list", List.of(1L, 2L)));
    }

    @Test
    void longerTextIsAText() {
        assertThat(render("n={{ params.top }}")).isEqualTo("n=3");
        assertThat(render("{{ params.on }} ")).isEqualTo("true ");
        assertThat(render("[{{ missing }}]")).isEqualTo("[]");
        assertThat(render("<{{ words }}>")).isEqualTo("<[\"a\",\"b\",\"c\"]>");
        assertThat(render("plain")).isEqualTo("plain");
        assertThat(render("")).isEqualTo("");
    }

    @Test
    void whatAValueSaysIsNeverATemplate() {
        assertThat(render("I: {{ input }}")).isEqualTo("I: Say \"hi\" {{ 7 * 7 }}");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {% for w in words %}{{ w }}{% if not loop.last %},{% endif %}{% endfor %} => a,b,c
            {% for k, v in {'x': 1}.items() %}{{ k }}={{ v }}{% endfor %}             => x=1
            {% if params.top > 2 and 'a' in words %}yes{% else %}no{% endif %}        => yes
            {% if missing is defined %}yes{% elif words %}some{% endif %}             => some
            {% set x = params.top + 1 %}{{ x }}!                                      => 4!
            {% raw %}{{ x }}{% endraw %}                                              => {{ x }}
            {{ messages[-1].content }}!                                               => Hi!
            {{ params['name'] ~ '!' }}                                                => Ann!
            {{ missing | default('none') }}!                                          => none!
            {{ words | join('-') }}!                                                  => a-b-c!
            {{ messages | map(attribute='content') | join(' ') }}!                    => Hello Hi!
            {{ messages | selectattr('role', 'equalto', 'user') | list | length }}!   => 1!
            {{ params.name | upper | replace('N', 'M') }}!                            => AMM!
            {{ params.name.lower().startswith('an') }}!                               => true!
            {{ 'a b/c' | urlencode }}!                                                => a%20b%2Fc!
            {{ 2.345 | round(2) }}!                                                   => 2.35!
            {{ [1, 2, 3] | sum }}!                                                    => 6!
            {{ '42' | int + 1 }}!                                                     => 43!
            {{ 'yes' if params.on else 'no' }}!                                       => yes!
            {{ missing or params.name }}!                                             => Ann!
            {{ (input | fromjson(1)) if false else 'x' }}!                            => x!
            """)
    void syntaxIsJinjas(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    @Test
    void defaultsKeepTheirType() {
        assertThat(render("{{ missing | default(5) }}")).isEqualTo(5L);
        assertThat(render("{{ '' | default('x', true) }}")).isEqualTo("x");
        assertThat(render("{{ '' | default('x') }}")).isEqualTo("");
    }

    @Test
    void toJsonIsJsonInATextAndItsValueAlone() {
        assertThat(render("m={{ messages[0].content | tojson }}")).isEqualTo("m=\"Hello\"");
        assertThat(render("{{ messages | tojson }}")).isEqualTo(VALUES.get("messages"));
        assertThat(render("x{{ missing | tojson }}")).isEqualTo("xnull");
        assertThat(render("{{ missing | tojson }}")).isNull();
        assertThat(render("{{ '{\"a\": [1]}' | fromjson }}")).isEqualTo(Map.of("a", List.of(1L)));
        assertThat(String.valueOf(render("{{ params | pprint }}"))).contains("\"name\" : \"Ann\"");
    }

    @Test
    void noValueLeavesItsJsonString() {
        Template body = Template.of("""
                {"message": "{{ input }}", "history": {{ messages }}, "n": {{ params.top }}, "id": {{ missing | tojson }},
                 "both": "{{ params.name }}: {{ input | upper }}", "quoted": {{ input | tojson }}}""");
        String nasty = "\"}, \"admin\": true, \"x\": {\"y\": \"\\\n";
        Map<String, Object> values = new HashMap<>(VALUES);
        values.put("input", nasty);
        var json = JsonMapper.shared().readTree(body.renderJson(values));
        assertThat(json.propertyNames()).containsExactly("message", "history", "n", "id", "both", "quoted");
        assertThat(json.at("/message").stringValue()).isEqualTo(nasty);
        assertThat(json.at("/quoted").stringValue()).isEqualTo(nasty);
        assertThat(json.at("/history/1/content").stringValue()).isEqualTo("Hi");
        assertThat(json.at("/id").isNull()).isTrue();
    }

    @Test
    void pathsLookIntoTheDocument() {
        Map<String, Object> document = Map.of("result", Map.of("text", "Yes"), "items", List.of(1L, 2L));
        assertThat(Template.of("{{ jsonpath('$.nothing') or jsonpath('$.result.text') }}")
                        .render(document))
                .isEqualTo("Yes");
        assertThat(Template.of("{{ {'n': jsonpath('$.items[*]')} }}").render(document))
                .isEqualTo(Map.of("n", List.of(1L, 2L)));
        assertThat(Template.of("{{ jsonpath('$[1]') }}").render(Map.of(), List.of("a", "b")))
                .isEqualTo("b");
    }

    /// Payloads known from templates of Jinja, jinjava, EL, Freemarker and Velocity.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
                "{{ self.__init__.__globals__.__builtins__ }}",
                "{{ ''.__class__.__mro__[1].__subclasses__() }}",
                "{{ ''.getClass().forName('java.lang.Runtime').getRuntime().exec('id') }}",
                "{{ ''.class.forName('java.lang.Runtime') }}",
                "{{ 'a'.getClass().forName('javax.script.ScriptEngineManager').newInstance().getEngineByName('js').eval('1') }}",
                "{{ words.getClass() }}",
                "{{ words.class.classLoader }}",
                "{{ messages.class.protectionDomain }}",
                "{{ 1.class }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ ____int3rpr3t3r____.config }}",
                "{{ ____int3rpr3t3r____.getConfig() }}",
                "{{ ____int3rpr3t3r____.getContext().getAllFunctions() }}",
                "{{ ____int3rpr3t3r____.render('{{ 7*7 }}') }}",
                "{{ params['____int3rpr3t3r____'] }}",
                "{{ params['____int3r' ~ 'pr3t3r____'].config }}",
                "{{ params['____int3r' ~ 'pr3t3r____'] | attr('config') }}",
                "{{ ____int3rpr3t3r____ | tojson }}",
                "{{ ____int3rpr3t3r____ | pprint }}",
                "{{ ____int3rpr3t3r____ | string }}",
                "{{ ____int3rpr3t3r____ | list }}",
                "{{ ____int3rpr3t3r____ ~ '' }}",
                "{{ [____int3rpr3t3r____] | map(attribute='config') | list }}",
                "{{ ____int3rpr3t3r____.config.objectMapper.getTypeFactory().constructFromCanonical('java.util.HashMap') }}",
                "{{ ____int3rpr3t3r____.getContext().registerFilter(x) }}",
                "{{ params['filter:tojson'] }}",
                "{{ params['filter:tojson'].getClass() }}",
                "{{ params['exptest:defined'].evaluate.getClass() }}",
                "{{ request.getClass() }}",
                "{{ context.get('x').getClass() }}",
                "{{ range.__class__ }}",
                "{{ type(____int3rpr3t3r____) }}",
                "{{ fn:list(1) }}",
                "{{ super() }}",
                "{{ namespace(a=1).getClass() }}",
                "{% include '/etc/passwd' %}",
                "{% import '/etc/passwd' as p %}{{ p }}",
                "{% from '/etc/passwd' import x %}",
                "{% extends '/etc/passwd' %}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{% call m() %}x{% endcall %}",
                "{% do words.add('x') %}",
                "{{ words.add('x') }}",
                "{{ params.put('x', 1) }}",
                "{{ messages.stream() }}",
                "{{ '{{ 7*7 }}' | render }}",
                "{{ 'x' | fromyaml }}",
                "{{ 'x' | log }}",
                "${T(java.lang.Runtime).getRuntime()}{{ '' }}",
                "#{''.getClass()}{{ '' }}",
                "{{ '#{\"\".getClass()}' | attr('class') }}",
            })
    void nothingBehindTheDataIsReached(String payload) {
        String shown;
        try {
            shown = String.valueOf(Template.of(payload).render(VALUES));
        } catch (TemplateException refused) {
            shown = "";
            assertThat(refused.getMessage()).doesNotContain("hubspot", "java.", "Exception");
        }
        assertThat(shown.replace(payload, ""))
                .doesNotContain("hubspot", "root:", "49", "jinjava", "class java", "sun.", "ClassLoader");
        assertThat(VALUES.get("words")).isEqualTo(List.of("a", "b", "c"));
    }

    /// Bombs of size and of time.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set x = 'aaaaaaaaaa' %}{% for i in range(40) %}{% set x %}{{ x }}{{ x }}{{ x }}{{ x }}{% endset %}{% endfor %}{{ x }}",
                "{% set x = 2 %}{% for i in range(1000) %}{% set x = x * x %}{% endfor %}{{ x }}",
                "{% for i in range(1000000000) %}x{% endfor %}",
                "{% set x = 2.5 | round(1) %}{% for i in range(1000) %}{% set x = x * x %}{% endfor %}{{ x }}",
                "{% set x = ['1e999999999' | abs] | sum %}{{ x + 1 }}",
                "{{ 10 ** 1000000000 }}",
                "{{ '%999999999d' | format(1) }}",
                "{{ 'x' | center(1000000000) }}",
                "{{ 'x' | indent(1000000000) }}",
                "{{ words | batch(1000000000, 'x') }}",
                "{{ words | slice(1000000000) }}",
                "{{ 1 | round(1000000000) }}",
                "{{ 1 | root(1000000000) }}",
                "{{ jsonpath('$..*..*..*..*..*..*..*..*') }}",
            })
    void bombsEndSoon(String payload) {
        long begin = System.nanoTime();
        int length;
        try {
            length =
                    String.valueOf(Template.of(payload).render(VALUES, large())).length();
        } catch (TemplateException refused) {
            length = 0;
        }
        assertThat(length).isLessThan(6_000_000);
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(10_000);
    }

    /// Loops whose rounds alone, or what each of them makes, is too much.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in range(1000) %}{% for j in range(1000) %}{% for k in range(1000) %}x{% endfor %}{% endfor %}{% endfor %}",
                "{% for i in range(1000) %}{% for j in range(1000) %}{% for k in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
                "{% for i in range(1000) %}{% for j in range(1000) %}{% for k in range(1000) %}{% if i %}{% endif %}{% endfor %}{% endfor %}{% endfor %}",
                "{% set x = 'aaaaaaaaaa' %}{% for i in range(100) %}{% set x = x ~ x ~ x %}{% endfor %}{{ x }}",
                "{% set x = 'aaaaaaaaaa' %}{% for i in range(100) %}{% set x = x + x + x %}{% endfor %}{{ x }}",
                "{% set x = [1,2,3] %}{% for i in range(100) %}{% set x = x + x + x %}{% endfor %}{{ x | length }}",
                "{% set x = 'aaaaaaaaaa' %}{% for i in range(40) %}{% set x = x | replace('a', 'aaaa') %}{% endfor %}{{ x }}",
                "{% set x = 'aaaaaaaaaa' %}{% for i in range(40) %}{% set x = x.replace('a', x) %}{% endfor %}{{ x }}",
                "{% for i in range(1000) %}{{ range(1000) | join('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') }}{% endfor %}",
                "{% for i in range(1000) %}{{ jsonpath('$..[?($..content == 1)]') }}{% endfor %}"
            })
    void loopsThatNeverEndAreTooComplex(String payload) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> Template.of(payload).render(VALUES, large()))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        refused -> assertThat(refused.isTooComplex())
                                .as(refused.getMessage())
                                .isTrue());
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "{% for i in range(3) %}{{ i }}{% endfor %} > 012",
                "{{ range(1, 7, 3) | join('-') }} > 1-4",
                "{{ range(3, 0, -1) | join }} > 321",
                "{{ range(1000) | list | length }} > 1000"
            })
    void rangesAreThoseOfJinja(String template, String text) {
        assertThat(String.valueOf(Template.of(template).render(VALUES))).isEqualTo(text);
    }

    /// One expression that walks a value or a text again and again.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ bomb }}",
                "x{{ bomb }}",
                "{{ bomb | tojson }}",
                "x{{ bomb | tojson }}",
                "{{ bomb ~ '' }}",
                "{{ '' + bomb }}",
                "{{ bomb | string }}",
                "{{ bomb | pprint }}",
                "{{ bomb | join }}",
                "{{ bomb | unique }}",
                "{{ bomb | sort }}",
                "{{ bomb | upper }}",
                "{{ bomb | trim }}",
                "{{ bomb | wordcount }}",
                "{{ bomb | urlencode }}",
                "{{ bomb | replace('a', 'b') }}",
                "{{ bomb | split(',') }}",
                "{{ bomb | fromjson }}",
                "{{ bomb == bomb2 }}",
                "{{ bomb != bomb2 }}",
                "{{ bomb in [bomb2] }}",
                "{{ bomb not in [bomb2] }}",
                "{{ bomb is eq(bomb2) }}",
                "{{ bomb is in([bomb2]) }}",
                "{{ [bomb] | select('equalto', bomb2) | list }}",
                "{{ {'a': bomb} }}",
                "{{ {'a': bomb} | dictsort }}",
                "{{ 'x'.replace('x', bomb) }}",
                "{{ 'x'.startswith(bomb) }}",
                "{{ '' | default(bomb, true) | tojson }}",
            })
    void listThatHoldsItselfIsTooComplex(String use) {
        String build = "{% set a = [0,0,0,0,0,0,0,0,0,0] %}" + "{% set a = [a,a,a,a,a,a,a,a,a,a] %}".repeat(11);
        String template = build + "{% set bomb = a %}" + build + "{% set bomb2 = a %}" + use;
        assertThatThrownBy(() -> Template.of(template).render(VALUES))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        refused -> assertThat(refused.isTooComplex()).isTrue())
                .message()
                .containsAnyOf("20,000,000 steps", "5,000,000 characters", "10,000 items", "seconds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text[2000000]",
                "text[-2000000]",
                "text[1:]",
                "text.upper()",
                "text | lower",
                "text | length + text | trim | length",
                "text.strip()",
                "text ~ 'x'",
                "text + 'x'",
                "text == text ~ ''",
                "'b' in text",
                "text | replace('b', 'c')",
                "text.split('b')",
                "text | escape",
                "text | reverse",
                "text | title",
                "text is containing 'b'",
            })
    void textIsWalkedOnlyAsOftenAsTheBudgetAllows(String expression) {
        Map<String, Object> values = Map.of("text", "a".repeat(4_000_000));
        String often = String.join(", ", java.util.Collections.nCopies(40, expression));
        assertThatThrownBy(() -> Template.of("{{ [" + often + "] | length }}").render(values))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        refused -> assertThat(refused.isTooComplex()).isTrue());
    }

    @Test
    void longTextIsIndexedFromItsNearerEnd() {
        Map<String, Object> values = Map.of("text", "a".repeat(4_000_000) + "z");
        String often = String.join(" ~ ", java.util.Collections.nCopies(80, "text[3] ~ text[-1]"));
        assertThat(Template.of("{{ " + often + " }}").render(values)).isEqualTo("az".repeat(80));
    }

    @Test
    void searchForAnAlmostMatchingTextIsLinear() {
        Map<String, Object> values = Map.of("text", "a".repeat(1_000_000), "part", "a".repeat(500_000) + "b");
        assertThat(Template.of("{{ part in text }}").render(values)).isEqualTo(false);
        assertThat(Template.of("{{ part not in text }}").render(values)).isEqualTo(true);
        assertThat(Template.of("{{ text.replace(part, 'x') | length }}").render(values))
                .isEqualTo(1_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'a' ** 2 }}",
                "{{ 'a' * 2 }}",
                "{{ words - 1 }}",
                "{{ words < messages }}",
                "{{ {} < 1 }}",
                "{{ words[1:'x'] }}",
                "{{ 1[1:2] }}",
                "{{ 1 // 0 }}",
                "{{ 5 % 0 }}",
                "{{ words.nosuch() }}",
                "{{ 'a'.nosuch() }}",
                "{{ 1.nosuch() }}",
                "{{ words | map }}",
                "{{ words | map('nosuch') }}",
                "{{ words | select('nosuch') | list }}",
                "{{ words | sort(1, 2, 3, 4) }}",
                "{{ messages | sort(false, false, 'nosuch') }}",
                "{{ 'x' | truncate('y') }}",
                "{{ range('x') }}",
                "{{ range(1, 2, 0) }}",
                "{{ jsonpath('$.[') }}",
                "{{ words | dictsort(1, 'x') }}",
                "{{ '%zz' | urldecode }}",
                "{{ 1 is divisibleby 0 }}",
                "{{ 'x' is divisibleby 'y' }}",
                "{{ words is within 5 }}",
                "{{ -'x' }}",
                "{{ 'x' | round('y') }}",
            })
    void mistakesNameNothingOfJava(String template) {
        try {
            render(template);
        } catch (TemplateException refused) {
            assertThat(refused.getMessage())
                    .doesNotContainPattern(
                            "java|hubspot|jinjava|Exception|\\bclass \\w+\\.|\\((String|Long|Integer)\\)|Py(List|Map)|Cannot invoke");
        }
    }

    @Test
    void deepNestingIsRefused() {
        String brackets = "{{ " + "(".repeat(900) + "1" + ")".repeat(900) + " }}";
        String tags = "{% if true %}".repeat(2_000) + "x" + "{% endif %}".repeat(2_000);
        String lists = "{% set x = [1] %}{% for i in range(1000) %}{% set x = [x] %}{% endfor %}"
                        .replace("range(1000)", "range(1000)")
                + "{% for j in range(1000) %}{% for i in range(1000) %}{% set x = [x] %}{% endfor %}{% endfor %}{{ x }}";
        for (String nested : List.of(brackets, tags, lists)) {
            try {
                assertThat(String.valueOf(Template.of(nested).render(VALUES))).hasSizeLessThan(6_000_000);
            } catch (TemplateException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {{ input                         => nclosed
            {{ foo( }}                       => is not an expression
            {{ }}                            => is empty
            {{ input | nosuch }}             => there is no filter 'nosuch'
            {{ nosuch(1) }}                  => there is no function 'nosuch'
            {% if input is nosuch %}{% endif %} => there is no test 'nosuch'
            {% if input %}x                  => if
            {% for x %}{% endfor %}          => 'for' has no 'in'
            {% nosuch %}                     => nosuch
            {% include 'x' %}                => include
            """)
    void mistakeIsToldBeforeItIsRendered(String template, String message) {
        assertThatThrownBy(() -> Template.of(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void oneTemplateIsRenderedByManyAtOnce() throws Exception {
        Template template = Template.of("{% for m in messages %}{{ m.content }}{{ n }};{% endfor %}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> renderings = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Map<String, Object> values = new HashMap<>(VALUES);
                values.put("n", (long) i);
                renderings.add(() -> String.valueOf(template.render(values)));
            }
            List<Future<String>> texts = threads.invokeAll(renderings);
            for (int i = 0; i < 500; i++) {
                assertThat(texts.get(i).get()).isEqualTo("Hello" + i + ";Hi" + i + ";");
            }
        }
    }

    private static @Nullable Object render(String template) {
        return Template.of(template).render(VALUES);
    }

    private static Object large() {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            items.add(Map.of("content", "x" + i, "parts", List.of(1L, Map.of("content", 2L))));
        }
        return Map.of("items", items);
    }
}
