package org.storywire.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

@AnalyzeClasses(
    packages = "org.storywire.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORES = {
    "..processor.text..",
    "..processor.article..",
    "..processor.syndication..",
    "..processor.topics..",
    "..processor.affair..",
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

  /**
   * An article is read, held, compared and judged; then its story follows. No arrow points back.
   */
  @ArchTest
  static final ArchRule storyPackagesAreReadInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("..processor.story..")
          .layer("features")
          .definedBy("..story.features")
          .layer("member")
          .definedBy("..story.member")
          .layer("similarity")
          .definedBy("..story.similarity")
          .layer("novelty")
          .definedBy("..story.novelty")
          .layer("story")
          .definedBy("org.storywire.processor.story")
          .whereLayer("story")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("novelty")
          .mayOnlyBeAccessedByLayers("story")
          .whereLayer("similarity")
          .mayOnlyBeAccessedByLayers("novelty", "story")
          .whereLayer("member")
          .mayOnlyBeAccessedByLayers("similarity", "novelty", "story");

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

  /** Stories have affairs; affairs know stories by their ids. */
  @ArchTest
  static final ArchRule affairsKnowNoFeature =
      noClasses()
          .that()
          .resideInAPackage("..processor.affair..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..processor.article..",
              "..processor.syndication..",
              "..processor.topics..",
              "..processor.story..");

  @ArchTest
  static final ArchRule affairsAreChangedByTheAffairBookAlone =
      noClasses()
          .that(are("AffairRule", "Reasons"))
          .should()
          .dependOnClassesThat(are("AffairBook", "AffairMemory"));

  /** What only the story book sees can't be changed by anybody else. */
  @ArchTest
  static final ArchRule storiesAreChangedByTheStoryBookAlone =
      noClasses()
          .that()
          .doNotHaveSimpleName("StoryBook")
          .and(areNot("StoryEntry", "EditionState", "EventLog", "ArticleIndex"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("..processor.story..")
                  .and(are("StoryEntry", "EditionState", "EventLog", "ArticleIndex")));

  @ArchTest
  static final ArchRule whoDecidesAboutStoriesChangesNothing =
      noClasses()
          .that(are("StoryFollower", "Ageing", "UnionRule", "StoryScorer", "Novelty"))
          .should()
          .dependOnClassesThat(are("StoryBook", "StoryMemory"));

  private static DescribedPredicate<JavaClass> are(String... names) {
    return DescribedPredicate.describe(
        "are " + String.join(" or ", names), type -> List.of(names).contains(type.getSimpleName()));
  }

  private static DescribedPredicate<JavaClass> areNot(String... names) {
    return DescribedPredicate.not(are(names));
  }

  @ArchTest
  static final ArchRule processorKnowsNothingOfIngest =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.storywire.ingest..");

  private static final DescribedPredicate<JavaFieldAccess> LINKS =
      new DescribedPredicate<>("a link between copies") {
        @Override
        public boolean test(JavaFieldAccess access) {
          return access.getTargetOwner().getSimpleName().equals("Entry")
              && Set.of("parent", "relation", "score", "children", "place")
                  .contains(access.getTarget().getName())
              && access.getAccessType() == JavaFieldAccess.AccessType.SET;
        }
      };

  @ArchTest
  static final ArchRule onlyTheCopyTreeChangesWhoCopiedWhom =
      noClasses()
          .that()
          .resideInAPackage("..processor.syndication..")
          .and()
          .doNotHaveSimpleName("CopyTree")
          .and()
          .doNotHaveSimpleName("Entry")
          .should()
          .accessFieldWhere(LINKS)
          .orShould()
          .callMethodWhere(target(nameMatching("addChild|removeChild")));

  @ArchTest
  static final ArchRule whatDecidesWhoCopiedWhomOnlyReads =
      noClasses()
          .that()
          .haveSimpleName("Neighbourhood")
          .or()
          .haveSimpleName("CopyRule")
          .or()
          .haveSimpleName("Lineage")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("CopyTree");
}
