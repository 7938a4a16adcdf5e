// SPDX-License-Identifier: MIT
#include "engine/tenants/registry.hpp"

#include "base/random.hpp"
#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using testing::scenario_of;

const Instant kRegistryTime{};

Registry registry_of(std::size_t max_tenants = 100) {
  return {{scenario_of("scenario: throttled\n"), scenario_of("scenario: guests\n")},
          "throttled",
          {},
          max_tenants};
}

std::string name_of(const std::shared_ptr<Tenant>& tenant) {
  return tenant == nullptr ? "none" : tenant->name().text();
}

TEST(Registry, OpensByNameAndId) {
  Registry registry = registry_of();
  const struct {
    std::string asked;
    const char* opened;
  } cases[] = {{"throttled", "throttled"},
               {"THROTTLED.T42", "throttled.t42"},
               {"guests.a", "guests.a"},
               {"default", "default"},
               {"default.x", "default.x"},
               {guid_of("throttled.t42"), "throttled.t42"},
               {guid_of("throttled.never-opened"), "none"},
               {"unknown", "none"},
               {"unknown.x", "none"},
               {"throttled.", "none"},
               {"", "none"}};
  for (const auto& c : cases) {
    EXPECT_EQ(name_of(registry.open(c.asked, kRegistryTime)), c.opened) << c.asked;
  }
  EXPECT_EQ(registry.open("throttled.t42", kRegistryTime),
            registry.open("Throttled.T42", kRegistryTime));
  EXPECT_EQ(registry.tenants().size(), 5U);
}

TEST(Registry, FindNeverMakesOne) {
  Registry registry = registry_of();
  EXPECT_EQ(registry.find("throttled"), nullptr);
  const auto tenant = registry.open("throttled", kRegistryTime);
  EXPECT_EQ(registry.find("Throttled"), tenant);
  EXPECT_EQ(registry.find(tenant->id()), tenant);
  EXPECT_EQ(registry.find_serial(tenant->serial()), tenant);
  EXPECT_EQ(registry.find_serial(99), nullptr);
}

TEST(Registry, NamesInSignInUrls) {
  Registry registry = registry_of();
  const struct {
    const char* segment;
    const char* opened;
  } cases[] = {
      {"guests.t1", "guests.t1"},
      {"common", "throttled.common"},
      {"organizations", "throttled.organizations"},
      {"consumers", "throttled.consumers"},
      {"contoso.com", "throttled.contoso-com"},
      {"Contoso.OnMicrosoft.com", "throttled.contoso-onmicrosoft-com"},
      {"6AD06E01-6F46-4A80-A84D-0AD3D5B4A6BA", "throttled.6ad06e01-6f46-4a80-a84d-0ad3d5b4a6ba"},
      {"throttle.t42", "none"},
      {"unknown", "none"},
      {"a b.com", "none"},
      {"..com", "none"},
      {".com", "none"},
      {"", "none"}};
  for (const auto& c : cases) {
    EXPECT_EQ(name_of(registry.open_for_sign_in(c.segment, kRegistryTime)), c.opened) << c.segment;
  }
}

TEST(Registry, StrangersMayMeanTheDefaultTenantItself) {
  Registry registry({scenario_of("scenario: graded\nsummary: s\n")}, "graded", {}, 10,
                    Strangers::are_default_tenant);
  for (const char* segment : {"common", "contoso.com", "6AD06E01-6F46-4A80-A84D-0AD3D5B4A6BA"}) {
    EXPECT_EQ(name_of(registry.open_for_sign_in(segment, kRegistryTime)), "graded") << segment;
  }
  EXPECT_EQ(name_of(registry.open_for_sign_in("graded.t1", kRegistryTime)), "graded.t1");
  EXPECT_EQ(name_of(registry.open_for_sign_in("unknown", kRegistryTime)), "none");
}

TEST(Registry, TheFallbackIsOfTheDefaultScenario) {
  Registry registry = registry_of();
  EXPECT_EQ(name_of(registry.fallback(kRegistryTime)), "throttled");
  Registry built_in({}, "", {});
  EXPECT_EQ(name_of(built_in.fallback(kRegistryTime)), "default");
}

TEST(Registry, AFileCanTakeTheBuiltInName) {
  Registry registry({scenario_of("scenario: default\nsummary: Mine.\n")}, "", {});
  EXPECT_EQ(registry.scenarios().size(), 1U);
  EXPECT_EQ(registry.fallback(kRegistryTime)->scenario()->summary, "Mine.");
}

TEST(Registry, EvictsTheLeastRecentlyUsed) {
  Registry registry = registry_of(3);
  for (const char* name : {"guests.a", "guests.b", "guests.c"}) {
    registry.open(name, kRegistryTime);
  }
  registry.open("guests.a", kRegistryTime);  // used again
  registry.open("guests.d", kRegistryTime);
  EXPECT_EQ(registry.find("guests.b"), nullptr);
  EXPECT_NE(registry.find("guests.a"), nullptr);
  EXPECT_TRUE(registry.was_evicted("Guests.b"));
  EXPECT_FALSE(registry.was_evicted("guests.a"));
  EXPECT_FALSE(registry.was_evicted("guests.never"));
  registry.open("guests.b", kRegistryTime);
  EXPECT_FALSE(registry.was_evicted("guests.b"));
}

TEST(Registry, NeverEvictsOneAtWork) {
  Registry registry = registry_of(2);
  const auto held = registry.open("guests.held", kRegistryTime);  // somebody works with it
  {
    const auto waiting = registry.open("guests.waiting", kRegistryTime);
    Call call;
    call.version = "v1.0";
    waiting->answer(std::move(call));  // never reported as sent
  }
  registry.open("guests.third", kRegistryTime);
  registry.open("guests.fourth", kRegistryTime);
  EXPECT_NE(registry.find("guests.held"), nullptr);
  EXPECT_NE(registry.find("guests.waiting"), nullptr);
  EXPECT_EQ(registry.find("guests.third"), nullptr);
}

TEST(Registry, AnErasedOneStartsAnew) {
  Registry registry = registry_of();
  const std::uint64_t serial = registry.open("guests", kRegistryTime)->serial();
  EXPECT_TRUE(registry.erase("Guests"));
  EXPECT_FALSE(registry.erase("guests"));
  EXPECT_EQ(registry.find_serial(serial), nullptr);
  EXPECT_FALSE(registry.was_evicted("guests"));
  EXPECT_NE(registry.open("guests", kRegistryTime)->serial(), serial);
}

TEST(Registry, AdoptsANewSetAndRunningTenantsKeepTheirs) {
  Registry registry = registry_of();
  const auto running = registry.open("guests", kRegistryTime);
  registry.adopt(
      {scenario_of("scenario: guests\nsummary: Newer.\n"), scenario_of("scenario: extra\n")});
  EXPECT_EQ(running->scenario()->summary, "");
  EXPECT_EQ(registry.scenario("GUESTS")->summary, "Newer.");
  EXPECT_EQ(registry.open("guests.late", kRegistryTime)->scenario()->summary, "Newer.");
  EXPECT_EQ(name_of(registry.open("extra", kRegistryTime)), "extra");
  EXPECT_EQ(registry.scenario("throttled"), nullptr);
  EXPECT_EQ(registry.fallback(kRegistryTime), nullptr);  // its scenario is gone
  EXPECT_EQ(registry.scenarios().size(), 3U);            // and the built-in one
}

TEST(Registry, JournalsShareTheirRoom) {
  Registry registry({}, "", {.journal_bytes = 80'000}, 1'000);
  const auto first = registry.fallback(kRegistryTime);
  const auto fill = [&] {
    for (int i = 0; i < 100; ++i) {
      Call call;
      call.version = "v1.0";
      call.request.headers.add("X-Long", std::string(1'000, 'x'));
      first->answer(std::move(call));
    }
    return first->journal_totals().bytes;
  };
  EXPECT_GT(fill(), 60'000U);
  for (int i = 0; i < 63; ++i) {
    registry.open("default.l" + std::to_string(i), kRegistryTime);
  }
  EXPECT_LE(first->journal_totals().bytes, 10'000U);
}

}  // namespace
}  // namespace graphfault::engine
