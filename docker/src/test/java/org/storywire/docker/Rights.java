package org.storywire.docker;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of each user of a secured cluster, as the README lists them; nobody has more. */
final class Rights {

  private Rights() {}

  static List<AclBinding> ofUsers() {
    List<AclBinding> rights = new ArrayList<>();
    allow(rights, "operator", TOPIC, PREFIXED, "news.", CREATE, DESCRIBE, DESCRIBE_CONFIGS);
    allow(rights, "ingest", TOPIC, LITERAL, "news.raw-articles.v1", WRITE);
    allow(rights, "ingest", TOPIC, LITERAL, "news.dead-letters.v1", WRITE);
    allow(rights, "processor", TOPIC, LITERAL, "news.raw-articles.v1", READ);
    allow(rights, "processor", TOPIC, LITERAL, "news.overrides.v1", READ);
    allow(rights, "processor", TOPIC, LITERAL, "news.articles.v1", WRITE);
    allow(rights, "processor", TOPIC, LITERAL, "news.story-updates.v1", WRITE);
    allow(rights, "processor", TOPIC, LITERAL, "news.stories.v1", WRITE);
    allow(rights, "processor", TOPIC, LITERAL, "news.dead-letters.v1", WRITE);
    allow(rights, "processor", TOPIC, PREFIXED, "storywire-", ALL);
    allow(rights, "processor", GROUP, LITERAL, "storywire", READ);
    allow(rights, "processor", TRANSACTIONAL_ID, PREFIXED, "storywire-", WRITE);
    allow(rights, "reader", TOPIC, PREFIXED, "news.", READ);
    allow(rights, "reader", GROUP, PREFIXED, "storywire-webhook-", READ);
    allow(rights, "redriver", TOPIC, LITERAL, "news.dead-letters.v1", READ, WRITE);
    allow(rights, "redriver", TOPIC, LITERAL, "news.raw-articles.v1", WRITE);
    allow(rights, "redriver", TRANSACTIONAL_ID, LITERAL, "storywire-redrive", WRITE);
    allow(rights, "feeds", TOPIC, LITERAL, "news.sources.v1", READ, WRITE);
    allow(rights, "feeds", TOPIC, LITERAL, "news.raw-articles.v1", WRITE);
    allow(rights, "feeds", TOPIC, LITERAL, "news.dead-letters.v1", WRITE);
    allow(rights, "feeds", GROUP, LITERAL, "storywire-feeds", READ);
    allow(rights, "feeds", TRANSACTIONAL_ID, PREFIXED, "storywire-feeds-", WRITE);
    return rights;
  }

  private static void allow(
      List<AclBinding> rights,
      String user,
      ResourceType type,
      PatternType pattern,
      String name,
      AclOperation... operations) {
    for (AclOperation operation : operations) {
      rights.add(
          new AclBinding(
              new ResourcePattern(type, name, pattern),
              new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)));
    }
  }
}
