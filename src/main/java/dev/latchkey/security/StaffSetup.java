package dev.latchkey.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes staff at first start, before the first request is taken, and each group at the first start
 * that knows it, with its rights. Later starts leave them as they are: what an administrator
 * removed stays removed, be it a group, a right or a member. Where a provider signs staff in,
 * groups are made and no logins.
 */
@Component
class StaffSetup implements SmartInitializingSingleton {
  /**
   * Without any administrator Camunda's web applications lead everybody to the page that makes the
   * first one, which is closed here. Nobody knows its password, and nobody can sign in by it.
   */
  static final Staff.Member STAND_IN =
      new Staff.Member("stand-in", "Signed in elsewhere", List.of(Staff.ADMINS));

  /** Name of the engine's property that says that a group was made once. */
  private static final String MADE = "latchkey.group.";

  private final Staff staff;
  private final StaffOidc oidc;
  private final StaffLogins logins;
  private final StaffRights rights;
  private final TasklistLists lists;
  private final IdentityService identities;
  private final ManagementService management;
  private final TransactionTemplate transaction;

  StaffSetup(
      Staff staff,
      StaffOidc oidc,
      StaffLogins logins,
      StaffRights rights,
      TasklistLists lists,
      IdentityService identities,
      ManagementService management,
      PlatformTransactionManager transactions) {
    this.staff = staff;
    this.oidc = oidc;
    this.logins = logins;
    this.rights = rights;
    this.lists = lists;
    this.identities = identities;
    this.management = management;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        made -> {
          makeGroup(Staff.SUPPORT, "Support", rights::grantSupport);
          makeGroup(Staff.LEADS, "Support leads", rights::grantLeads);
          makeGroup(Staff.ANALYSTS, "Analysts", rights::grantAnalysts);
          makeGroup(Staff.ADMINS, "Administrators", rights::grantAdmins);
          if (identities.createUserQuery().count() == 0) {
            makeMembers();
          }
        });
  }

  private void makeMembers() {
    List<Staff.Member> members = oidc.enabled() ? List.of(STAND_IN) : staff.members();
    Map<String, String> passwords =
        oidc.enabled()
            ? Map.of(STAND_IN.id(), UUID.randomUUID().toString())
            : logins.make(members.stream().map(Staff.Member::id).toList());
    members.forEach(member -> make(member, passwords.get(member.id())));
  }

  /** One that is there already, made by an earlier version or by hand, keeps the rights it has. */
  private void makeGroup(String id, String name, Runnable grant) {
    if (management.getProperties().containsKey(MADE + id)) {
      return;
    }
    management.setProperty(MADE + id, "made");
    if (identities.createGroupQuery().groupId(id).count() > 0) {
      return;
    }
    Group group = identities.newGroup(id);
    group.setName(name);
    group.setType(Staff.ADMINS.equals(id) ? "SYSTEM" : "WORKFLOW");
    identities.saveGroup(group);
    grant.run();
  }

  private void make(Staff.Member member, String password) {
    User user = identities.newUser(member.id());
    user.setFirstName(member.givenName());
    user.setLastName(member.familyName());
    user.setPassword(password);
    identities.saveUser(user);
    member.groups().forEach(group -> identities.createMembership(member.id(), group));
    if (member.groups().contains(Staff.SUPPORT) || member.groups().contains(Staff.LEADS)) {
      lists.giveOwn(member.id());
    }
  }
}
