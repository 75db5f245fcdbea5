package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name eq 'x' | name eq '0'",
                "a eq 1 and b eq -2.5 | a eq '0' and b eq '1'",
                "a eq true or b eq null | a eq '0' or b eq null",
                "id eq 0190b6c8-7c2f-7a00-8000-00000000beef | id eq '0'",
                "id eq beef0000-7c2f-7a00-8000-000000000000 | id eq '0'",
                "t gt 2026-01-31 and t lt 2026-01-31T10:00:00.25+02:00 | t gt '0' and t lt '1'",
                "tags/any(t: t/name eq 'x') | tags/any(t:t/name eq '0')",
                "tags/any( t : t/name eq 't: x' ) | tags/any(t:t/name eq '0')",
                "contains( name , 'a(b' ) | contains(name,'0')",
                "name in ( 'a' , 'b' ) | name in ('0','1')",
                "name   eq   'x' | name eq '0'",
                "true1 eq x2024 | true1 eq x2024"
            })
    void isSpacedAndEmptiedOfItsValues(String original, String normalized) {
        assertThat(new FilterText(original).normalized()).isEqualTo(normalized);
    }

    @Test
    void valuesAndPlacesAreThoseOfTheOriginal() {
        FilterText text = new FilterText("any( t : t/name eq 'it''s ''' and x eq 7)");
        assertThat(text.normalized()).isEqualTo("any(t:t/name eq '0' and x eq '1')");
        assertThat(text.value("'0'")).isEqualTo(new FilterValue("it's '", 19));
        assertThat(text.value("'1'")).isEqualTo(new FilterValue("7", 39));
        assertThat(text.original(0)).isZero();
        assertThat(text.original(4)).isEqualTo(5);
        assertThat(text.original(5)).isEqualTo(7);
        assertThat(text.original(16)).isEqualTo(19);
        assertThat(text.original(99)).isEqualTo(41);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name eq 'x",
                "'",
                "''' ",
                "name eq $it",
                "a; b",
                "name eq \"x\"",
                "a.b eq 1",
                "12abc",
                "1e5",
                "f(x)"
            })
    void whatNoFilterHoldsIsRefused(String filter) {
        assertThatThrownBy(() -> new FilterText(filter)).isInstanceOf(ProblemException.class);
    }
}
