package jp.inkan.host;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The house")
class ArchitectureTest {
    private static final JavaClasses HOST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.inkan.host");

    @Test
    @DisplayName("has arrows that point one way")
    void layers() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("main").definedBy("jp.inkan.host")
                .layer("command").definedBy("..command..")
                .layer("messaging").definedBy("..messaging..")
                .layer("flow").definedBy("..flow..")
                .layer("bank").definedBy("..bank..")
                .layer("store").definedBy("..store..")
                .layer("journal").definedBy("..journal..")
                .layer("certificate").definedBy("..certificate..")
                .layer("institution").definedBy("..institution..")
                .layer("proxy").definedBy("..proxy..")
                .layer("registration").definedBy("..registration..")
                .layer("failure").definedBy("..failure..")
                .layer("platform").definedBy("..platform..")
                .layer("text").definedBy("..text..")
                .layer("json").definedBy("..json..")
                .layer("log").definedBy("..log..")
                .whereLayer("main").mayNotBeAccessedByAnyLayer()
                .whereLayer("command").mayOnlyBeAccessedByLayers("main")
                .whereLayer("messaging").mayOnlyBeAccessedByLayers("main")
                .whereLayer("flow").mayOnlyBeAccessedByLayers("messaging", "command", "main")
                .whereLayer("bank").mayOnlyBeAccessedByLayers("flow", "main")
                .whereLayer("proxy").mayOnlyBeAccessedByLayers("bank", "flow", "messaging", "main")
                .whereLayer("store").mayOnlyBeAccessedByLayers("flow", "messaging", "command", "main")
                .whereLayer("journal").mayOnlyBeAccessedByLayers("flow", "messaging", "command", "main")
                .whereLayer("registration").mayOnlyBeAccessedByLayers("command", "main")
                .whereLayer("platform").mayOnlyBeAccessedByLayers("bank", "proxy", "store", "journal", "registration", "command", "log", "main")
                .whereLayer("text").mayOnlyBeAccessedByLayers("bank", "certificate")
                .whereLayer("json").mayOnlyBeAccessedByLayers("journal", "messaging", "bank", "institution")
                .whereLayer("log").mayNotBeAccessedByAnyLayer()
                .check(HOST);
    }

    @Test
    @DisplayName("has no circle of packages")
    void noCircles() {
        slices().matching("jp.inkan.host.(*)..").should().beFreeOfCycles().check(HOST);
    }

    @Test
    @DisplayName("shows nothing of NSS outside its own room")
    void nss() {
        noClasses().that(resideInAPackage("jp.inkan.host..").and(resideInAPackage("..store.nss..").negate()).as("classes outside store.nss"))
                .should().dependOnClassesThat().resideInAPackage("..store.nss..")
                .check(HOST);
    }

    @Test
    @DisplayName("shows nothing of Windows outside its own rooms: none of it is loaded on another system")
    void windows() {
        noClasses().that(resideInAPackage("jp.inkan.host..").and(resideInAPackage("..store.windows..").negate()).as("classes outside store.windows"))
                .should().dependOnClassesThat().resideInAPackage("..store.windows..")
                .check(HOST);
        noClasses().that().resideOutsideOfPackages("..store.windows..", "..platform.windows..")
                .and().doNotHaveSimpleName("OperatingSystem").and().doNotHaveSimpleName("WindowsRegistry")
                .should().dependOnClassesThat().resideInAPackage("..platform.windows..")
                .check(HOST);
    }

    @Test
    @DisplayName("prints to no console")
    void noPrinting() {
        noClasses().that().doNotHaveFullyQualifiedName("jp.inkan.host.Main")
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .orShould().callMethod(Throwable.class, "printStackTrace")
                .check(HOST);
    }
}
