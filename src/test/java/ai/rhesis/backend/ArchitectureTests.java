package ai.rhesis.backend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.query.Fields;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/// The rules of the house that a machine can check; each message names the better way.
class ArchitectureTests {

    private static final String ROOT = "ai.rhesis.backend.";

    /// Modulith's refusal of what is allowed here: everybody may use `web.body` and `web.problem`, not `web` alone.
    private static final String NESTED = "Invalid sub-module reference";

    private static final Pattern STATEMENT_IN_A_CALL = Pattern.compile("\\.sql\\(\\s*\"");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ai.rhesis");

    @Test
    void modulesFormNoCycle() {
        ApplicationModules.of(RhesisApplication.class)
                .detectViolations()
                .filter(violation -> !violation.hasMessageContaining(NESTED))
                .throwIfPresent();
    }

    /// The rooms of `docs/architecture.md`, from the ground up: each may use those below it.
    @Test
    void roomsStandOnEachOther() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("platform")
                .definedBy(ROOT + "platform..")
                .layer("identity")
                .definedBy(ROOT + "identity..")
                .layer("annotation")
                .definedBy(ROOT + "annotation..")
                .layer("workspace")
                .definedBy(ROOT + "workspace..")
                .layer("integration")
                .definedBy(ROOT + "integration..")
                .layer("metric")
                .definedBy(ROOT + "metric..")
                .layer("suite")
                .definedBy(ROOT + "suite..")
                .layer("run")
                .definedBy(ROOT + "run..")
                .layer("trace")
                .definedBy(ROOT + "trace..")
                .layer("portal")
                .definedBy(ROOT + "portal..")
                .whereLayer("platform")
                .mayNotAccessAnyLayer()
                .whereLayer("identity")
                .mayOnlyAccessLayers("platform")
                .whereLayer("annotation")
                .mayOnlyAccessLayers("platform", "identity")
                .whereLayer("workspace")
                .mayOnlyAccessLayers("platform", "identity", "annotation")
                .whereLayer("integration")
                .mayOnlyAccessLayers("platform", "identity", "annotation", "workspace")
                .whereLayer("metric")
                .mayOnlyAccessLayers("platform", "identity", "annotation", "workspace", "integration")
                .whereLayer("suite")
                .mayOnlyAccessLayers("platform", "identity", "annotation", "workspace", "integration", "metric")
                .whereLayer("run")
                .mayOnlyAccessLayers(
                        "platform", "identity", "annotation", "workspace", "integration", "metric", "suite")
                .whereLayer("trace")
                .mayOnlyAccessLayers(
                        "platform", "identity", "annotation", "workspace", "integration", "metric", "suite", "run")
                .whereLayer("portal")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void namesHaveNoEmptySuffix() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Mapper|Facade)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("a name says what a thing is: put the behaviour on the type that owns the data")
                .check(CLASSES);
    }

    @Test
    void noProductionTypeLooksLikeOneOfTests() {
        noClasses()
                .should()
                .haveNameMatching(".*Tests?")
                .because("Surefire and readers take such a type for a test")
                .check(CLASSES);
    }

    @Test
    void simpleNamesStandOnce() {
        Map<String, List<String>> byName = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
        assertThat(byName.values())
                .as("a name that stands twice makes readers ask which one is meant")
                .allMatch(types -> types.size() == 1);
    }

    @Test
    void controllersStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .andShould()
                .notBeAnnotatedWith(Transactional.class)
                .because("a controller binds, calls and answers; features use each other's service")
                .check(CLASSES);
    }

    /// A view that holds just what clients read is the answer itself.
    @Test
    void controllersMakeResponses() {
        noClasses()
                .that()
                .haveNameMatching(".*(Service|Queries|Repository|View)")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("ai\\.rhesis\\..*Response")
                .because("a service answers entities or views, of which the controller makes the response")
                .check(CLASSES);
    }

    @Test
    void repositoriesStayInTheirPackage() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .and(not(resideInAPackage("..persistence..")))
                .should()
                .notBePublic()
                .because("features use each other's service")
                .check(CLASSES);
    }

    /// Spring Data makes an `XxxRepository`; `XxxQueries` hands SQL to `JdbcClient` itself.
    @Test
    void repositoriesAndQueriesAreToldApart() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .and(not(resideInAPackage("..persistence..")))
                .should()
                .haveSimpleNameEndingWith("Repository")
                .because("what Spring Data implements is a repository")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .beInterfaces()
                .andShould()
                .beAssignableTo(Repository.class)
                .because("a class that hands SQL to JdbcClient is named XxxQueries")
                .check(CLASSES);
    }

    @Test
    void sqlIsNeverBuiltFromText() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Queries")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class, JdbcTemplate.class)
                .orShould()
                .callMethod(EntityManager.class, "createNativeQuery", String.class)
                .orShould()
                .callMethod(EntityManager.class, "createNativeQuery", String.class, Class.class)
                .orShould()
                .callMethod(EntityManager.class, "createQuery", String.class)
                .orShould()
                .callMethod(EntityManager.class, "createQuery", String.class, Class.class)
                .because("SQL is a constant: in the @Query of a repository, or in queries that hand it to JdbcClient")
                .check(CLASSES);
    }

    /// The sources are read, because a class file does not tell a literal from a constant.
    @Test
    void statementsAreNamed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .as("a statement is a constant above the methods of its XxxQueries")
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern(STATEMENT_IN_A_CALL));
        }
    }

    @Test
    void fieldsOfListsStandBesideTheService() {
        noFields()
                .that()
                .areStatic()
                .and()
                .haveRawType(Fields.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Service")
                .because("what a list is filtered and sorted by is an XxxFields of its own")
                .check(CLASSES);
    }

    @Test
    void featuresAreLinkedByIds() {
        noFields()
                .should()
                .beAnnotatedWith(ManyToOne.class)
                .orShould()
                .beAnnotatedWith(ManyToMany.class)
                .because("a link is a UUID backed by a composite foreign key; lists join in HQL")
                .check(CLASSES);
    }

    @Test
    void tenantEntitiesSayHowClientsCallThem() {
        classes()
                .that()
                .areAssignableTo(TenantEntity.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .beAnnotatedWith(Resource.class)
                .because("errors and the recycle bin name the object by @Resource")
                .check(CLASSES);
    }

    @Test
    void answersAreRecords() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Request")
                .or()
                .haveSimpleNameEndingWith("View")
                .should()
                .beRecords()
                .because("data is a record")
                .check(CLASSES);
    }
}
