package org.storywire.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.storywire.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORES = {
    "..processor.text..",
    "..processor.article..",
    "..processor.syndication..",
    "..processor.topics..",
    "..processor.story.."
  };

  @ArchTest
  static final ArchRule coresKnowNeitherKafkaNorAvro =
      noClasses()
          .that()
          .resideInAnyPackage(CORES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.apache.avro..", "org.storywire.news..", "..schemas..");

  @ArchTest
  static final ArchRule coresDoNotLookUp =
      noClasses()
          .that()
          .resideInAnyPackage(CORES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..processor.streams..", "..processor.app..");

  @ArchTest
  static final ArchRule coresDoNotKnowEachOther =
      slices()
          .matching("org.storywire.processor.(article|syndication|topics|story)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule textKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("..processor.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..processor.article..",
              "..processor.syndication..",
              "..processor.topics..",
              "..processor.story..");

  @ArchTest
  static final ArchRule processorKnowsNothingOfIngest =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.storywire.ingest..");
}
