package ai.rhesis.backend.identity.account;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Accounts;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OperatorCommandTests {

    private static final String BEFORE_PASSWORD = "shown only once: ";

    @Autowired
    Organizations organizations;

    private final String address = newAddress();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void onlyCommandsAreCommands() {
        assertThat(OperatorCommand.isOne(new String[] {"create-user", "--email=a@b.example"}))
                .isTrue();
        assertThat(OperatorCommand.isOne(new String[] {"--server.port=0"})).isFalse();
        assertThat(OperatorCommand.isOne(new String[0])).isFalse();
    }

    @Test
    void aUserThatIsMadeLogsInWithThePrintedPassword() {
        assertThat(run("create-user", "--email=" + address, "--name=Ada")).isEqualTo(OperatorCommand.DONE);
        Answer login = login(printedPassword());
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text("user.name")).isEqualTo("Ada");
    }

    @Test
    void anAddressThatIsTakenIsToldSo() {
        organizations.register(address);
        assertThat(run("create-user", "--email=" + address)).isEqualTo(OperatorCommand.REFUSED);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(address, "reset-password");
    }

    @Test
    void aResetEndsAllSessionsAndThePasswordBefore() {
        Api person = organizations.register(address);
        assertThat(run("reset-password", "--email=" + address)).isEqualTo(OperatorCommand.DONE);
        assertThat(person.post("/organizations", Map.of("name", "x")).status()).isEqualTo(401);
        assertThat(login(PASSWORD).status()).isEqualTo(401);
        assertThat(login(printedPassword()).status()).isEqualTo(200);
    }

    @Test
    void nobodysPasswordIsNotReset() {
        assertThat(run("reset-password", "--email=" + address)).isEqualTo(OperatorCommand.REFUSED);
    }

    @Test
    void whatIsMissingIsExplained() {
        for (String email :
                new String[] {"--email=", "--email=no address", "--mail=a@b.example", "--email=@", "a@b.example"}) {
            assertThat(run("create-user", email)).as(email).isEqualTo(OperatorCommand.MISUSED);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("usage: create-user --email=");
    }

    private int run(String command, String... options) {
        String[] arguments = Stream.of(
                        Stream.of(command),
                        Stream.of(options),
                        TestDatabase.shared().properties().entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                .flatMap(parts -> parts)
                .toArray(String[]::new);
        return OperatorCommand.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printedPassword() {
        String text = printed.toString(StandardCharsets.UTF_8);
        int begin = text.indexOf(BEFORE_PASSWORD) + BEFORE_PASSWORD.length();
        return text.substring(begin, text.indexOf('\n', begin)).strip();
    }

    private Answer login(String password) {
        return new Accounts(organizations.anonymous()).login(address, password);
    }
}
