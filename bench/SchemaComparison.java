import ai.rhesis.backend.platform.embedded.Bootstrap;
import ai.rhesis.backend.platform.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/// The catalogs of two databases, one made by each of two directories of migrations: `java -cp … bench/SchemaComparison.java
/// <directory> <other directory>`, see `bench/README.md`.
///
/// Every table, column, constraint, index, trigger, policy, view and function is one line, with its owner, privileges and
/// settings. Lines of one side alone are printed, unless a line of the other has the same words in another order. The order of
/// columns, comments, rows and Flyway's history are left out. The exit status is 1 when a line is printed.
class SchemaComparison {

    private static final String COLUMNS = """
            select format('column %s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          case when a.attnotnull then ' not null' else '' end,
                          coalesce(' ' || case a.attgenerated when 's' then 'generated ' else 'default ' end
                                   || pg_get_expr(d.adbin, d.adrelid), ''),
                          coalesce(' options ' || a.attoptions::text, ''))
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'v', 'p')
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'queue')
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and c.relname <> 'flyway_schema_history'
            """;
    private static final String TABLES = """
            select format('table %s %s row security %s forced %s owner %s access %s', c.relname, c.relkind,
                          c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner),
                          (select string_agg(entry::text, ' ' order by entry::text) from unnest(c.relacl) as entry))
                   || coalesce(' options ' || c.reloptions::text, '')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'queue')
            where c.relkind in ('r', 'v', 'p', 'S') and c.relname <> 'flyway_schema_history'
            """;
    private static final String CONSTRAINTS = """
            select format('constraint %s.%s %s', c.relname, o.conname, pg_get_constraintdef(o.oid))
            from pg_constraint o
            join pg_class c on c.oid = o.conrelid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'queue')
            where c.relname <> 'flyway_schema_history'
            """;
    private static final String INDEXES = """
            select 'index ' || indexdef
            from pg_indexes
            where schemaname in ('app', 'queue') and tablename <> 'flyway_schema_history'
            """;
    private static final String TRIGGERS = """
            select format('trigger %s %s', c.relname, pg_get_triggerdef(t.oid))
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'queue')
            where not t.tgisinternal
            """;
    private static final String POLICIES = """
            select format('policy %s.%s %s %s for %s to %s using %s check %s', schemaname, tablename, policyname, permissive,
                          cmd, roles, qual, with_check)
            from pg_policies
            """;
    private static final String VIEWS = """
            select format('view %s %s', viewname, definition)
            from pg_views
            where schemaname in ('app', 'queue')
            """;
    private static final String FUNCTIONS = """
            select format('function %s owner %s access %s %s', p.oid::regprocedure, pg_get_userbyid(p.proowner),
                          (select string_agg(entry::text, ' ' order by entry::text) from unnest(p.proacl) as entry),
                          regexp_replace(regexp_replace(pg_get_functiondef(p.oid), '--[^\\n]*', '', 'g'), '\\s+', ' ', 'g'))
            from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace and n.nspname in ('app', 'queue')
            """;
    private static final List<String> CATALOG =
            List.of(TABLES, COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS, POLICIES, VIEWS, FUNCTIONS);

    public static void main(String[] directories) throws Exception {
        Path data = Files.createTempDirectory("schema-comparison");
        try (EmbeddedDatabase server = EmbeddedDatabase.startDisposable(data.resolve("postgres"))) {
            TreeSet<String> before = catalog(server, Path.of(directories[0]));
            TreeSet<String> after = catalog(server, Path.of(directories[1]));
            List<String> gone = without(after, before);
            List<String> come = without(before, after);
            List<String> reordered = gone.stream().map(SchemaComparison::words).toList();
            List<String> former = come.stream().map(SchemaComparison::words).toList();
            List<String> differences = new ArrayList<>();
            gone.stream().filter(line -> !former.contains(words(line))).map("- "::concat).forEach(differences::add);
            come.stream().filter(line -> !reordered.contains(words(line))).map("+ "::concat).forEach(differences::add);
            differences.forEach(System.out::println);
            System.out.printf(
                    "%d and %d lines; %d in another order, %d different%n",
                    before.size(), after.size(), gone.size() + come.size() - differences.size(), differences.size());
            System.exit(differences.isEmpty() ? 0 : 1);
        }
    }

    private static List<String> without(TreeSet<String> others, TreeSet<String> lines) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static String words(String line) {
        return Arrays.stream(line.split("\\W+")).sorted().collect(Collectors.joining(" "));
    }

    private static TreeSet<String> catalog(EmbeddedDatabase server, Path migrations) throws SQLException {
        String url = made(server, "compared_" + UUID.randomUUID().toString().substring(0, 8));
        Flyway.configure()
                .dataSource(url, server.migrator().role(), server.migrator().password())
                .locations("filesystem:" + migrations)
                .defaultSchema("app")
                .createSchemas(false)
                .load()
                .migrate();
        TreeSet<String> lines = new TreeSet<>();
        try (Connection superuser = as(server, url)) {
            for (String sql : CATALOG) {
                try (var statement = superuser.createStatement();
                        ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
        }
        return lines;
    }

    private static String made(EmbeddedDatabase server, String name) throws SQLException {
        String url = server.jdbcUrl().replaceFirst("[^/]+$", name);
        try (Connection superuser = as(server, server.jdbcUrl())) {
            Bootstrap.createDatabase(superuser, name);
        }
        try (Connection superuser = as(server, url)) {
            Bootstrap.run(superuser);
        }
        return url;
    }

    private static Connection as(EmbeddedDatabase server, String url) throws SQLException {
        return DriverManager.getConnection(
                url, server.superuser().role(), server.superuser().password());
    }
}
