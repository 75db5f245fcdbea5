package ai.rhesis.backend.identity.account;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// Commands of the operator: `create-user --email=ada@example.com [--name=Ada]` and
/// `reset-password --email=ada@example.com`.
///
/// Each needs the settings of the database and nothing else of the service, which may run beside it.
public final class OperatorCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private static final String CREATE = "create-user";
    private static final String RESET = "reset-password";
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.root",
            "error",
            "spring.datasource.hikari.maximum-pool-size",
            1,
            "spring.main.banner-mode",
            "off");

    private OperatorCommand() {}

    /// Tells whether these are arguments of a command and not of the server.
    public static boolean isOne(String[] arguments) {
        return arguments.length > 0 && List.of(CREATE, RESET).contains(arguments[0]);
    }

    /// Carries the command out and returns the exit code.
    public static int run(String[] arguments, PrintStream out) {
        DefaultApplicationArguments options = new DefaultApplicationArguments(arguments);
        String email = option(options, "email");
        if (email == null || !ADDRESS.matcher(email).matches()) {
            out.println("usage: " + CREATE + " --email=<address> [--name=<name>]");
            out.println("       " + RESET + " --email=<address>");
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(QUIET)
                .run(arguments)) {
            OperatorAccounts accounts = context.getBean(OperatorAccounts.class);
            return arguments[0].equals(CREATE)
                    ? create(accounts, email, option(options, "name"), out)
                    : reset(accounts, email, out);
        }
    }

    static int create(OperatorAccounts accounts, String email, @Nullable String name, PrintStream out) {
        String password = accounts.create(email, name);
        if (password == null) {
            out.println(email + " has an account already; " + RESET + " gives it a new password.");
            return REFUSED;
        }
        out.println("Made an account for " + email + ".");
        return tell(password, out);
    }

    static int reset(OperatorAccounts accounts, String email, PrintStream out) {
        String password = accounts.resetPassword(email);
        if (password == null) {
            out.println("Nobody has the address " + email + "; " + CREATE + " makes an account for it.");
            return REFUSED;
        }
        out.println("Ended all sessions of " + email + ".");
        return tell(password, out);
    }

    private static int tell(String password, PrintStream out) {
        out.println("Password, shown only once: " + password);
        out.println("Its holder changes it with PUT /auth/password {\"current_password\", \"new_password\"}.");
        return DONE;
    }

    private static @Nullable String option(DefaultApplicationArguments options, String name) {
        List<String> values = options.getOptionValues(name);
        return values == null || values.size() != 1 ? null : values.getFirst();
    }

    /// The few beans that a command needs, on the settings of the service.
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({AccountQueries.class, Passwords.class, OperatorAccounts.class})
    static class Beans {}
}
