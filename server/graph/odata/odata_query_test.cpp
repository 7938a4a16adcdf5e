// SPDX-License-Identifier: MIT
#include "graph/odata/odata_query.hpp"

#include "graph/model/projection.hpp"
#include "graph/model/user_type.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace graphfault::graph {
namespace {

enum class Level { none, eventual };

struct Bad {
  http::Fields options{};
  Level level = Level::none;
  int status = 400;
  std::string code{};
  std::string message{};
};

TEST(ListQuery, RefusalsAreGraphs) {
  const std::string sort = "Sorting not supported for current query.";
  const std::vector<Bad> cases = {
      {{{"$top", "1000"}},
       Level::none,
       400,
       "Request_BadRequest",
       "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive."},
      {{{"$top", "0"}},
       Level::none,
       400,
       "Request_BadRequest",
       "Invalid page size specified: '0'. Must be between 1 and 999 inclusive."},
      {{{"top", "-5"}},
       Level::none,
       400,
       "Request_BadRequest",
       "Invalid page size specified: '-5'. Must be between 1 and 999 inclusive."},
      {{{"$top", "ten"}},
       Level::none,
       400,
       "BadRequest",
       "Invalid value 'ten' for $top query option found. The $top query option requires a "
       "non-negative integer value."},
      {{{"$top", ""}},
       Level::none,
       400,
       "BadRequest",
       "Invalid value '' for $top query option found. The $top query option requires a "
       "non-negative integer value."},
      {{{"$skip", "5"}},
       Level::none,
       400,
       "Request_BadRequest",
       "'$skip' is not supported by the service."},
      {{{"$select", "id,nope"}},
       Level::none,
       400,
       "BadRequest",
       "Could not find a property named 'nope' on type 'microsoft.graph.user'."},
      {{{"$select", "id,,mail"}},
       Level::none,
       400,
       "BadRequest",
       "Term 'id,,mail' is not valid in a $select expression."},
      {{{"$select", "aboutMe"}},
       Level::none,
       501,
       "NotImplemented",
       "This operation target is not yet supported."},
      {{{"$select", "id,skills"}},
       Level::none,
       501,
       "NotImplemented",
       "This operation target is not yet supported."},
      {{{"$expand", "photo"}},
       Level::none,
       400,
       "ExpandNotSupported",
       "Expand is not allowed for property 'Photo' according to the entity schema."},
      {{{"$filter", "userType eq"}}, Level::none, 400, "BadRequest", "Invalid filter clause"},
      {{{"$filter", "nope eq 'x'"}}, Level::none, 400, "BadRequest", "Invalid filter clause"},
      {{{"$filter", "createdDateTime ge 2024-01-01"}},
       Level::none,
       400,
       "Request_UnsupportedQuery",
       "Unsupported or invalid query filter clause specified for property 'createdDateTime' of "
       "resource 'User'."},
      {{{"$filter", "endsWith(mail,'x')"}},
       Level::none,
       400,
       "Request_UnsupportedQuery",
       "Operator 'endsWith' is not supported because the required parameters might be missing. "
       "Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to "
       "https://aka.ms/graph-docs/advanced-queries for more information"},
      {{{"$search", "\"displayName:a\""}},
       Level::none,
       400,
       "Request_UnsupportedQuery",
       "Request with $search query parameter only works through MSGraph with a special request "
       "header: 'ConsistencyLevel: eventual'"},
      {{{"$search", "displayName:a"}},
       Level::eventual,
       400,
       "BadRequest",
       "Syntax error: invalid search clause 'displayName:a'."},
      {{{"$orderby", "displayName"}, {"$filter", "userType eq 'Guest'"}},
       Level::none,
       400,
       "Request_UnsupportedQuery",
       sort},
      {{{"$orderby", "mail"}}, Level::none, 400, "Request_UnsupportedQuery", sort},
      {{{"$orderby", "createdDateTime"}}, Level::none, 400, "Request_UnsupportedQuery", sort},
      {{{"$orderby", "nope"}},
       Level::none,
       400,
       "BadRequest",
       "Could not find a property named 'nope' on type 'microsoft.graph.user'."},
      {{{"$orderby", "displayName sideways"}},
       Level::none,
       400,
       "BadRequest",
       "Syntax error in 'displayName sideways'."},
      {{{"$count", "yes"}},
       Level::none,
       400,
       "BadRequest",
       "Invalid value 'yes' for $count query option found. The $count query option requires a "
       "value of true or false."},
      {{{"$apply", "x"}},
       Level::none,
       400,
       "BadRequest",
       "The query parameter '$apply' is not supported."},
      {{{"$top", "5"}, {"top", "6"}},
       Level::none,
       400,
       "BadRequest",
       "Query option '$top' was specified more than once, but it must be specified at most once."},
  };
  for (const Bad& bad : cases) {
    const auto query = read_list_query(bad.options, user_type(), bad.level == Level::eventual);
    ASSERT_FALSE(query) << bad.message;
    EXPECT_EQ(query.error().status, bad.status) << bad.message;
    EXPECT_EQ(query.error().code, bad.code) << bad.message;
    EXPECT_EQ(query.error().message, bad.message);
  }
}

ListQuery good(const http::Fields& options, Level level = Level::none,
               const EntityType& type = user_type()) {
  auto query = read_list_query(options, type, level == Level::eventual);
  EXPECT_TRUE(query) << (query ? "" : query.error().message);
  return query.value_or(ListQuery{});
}

TEST(ListQuery, NamesInAnyCaseWithAndWithoutTheSign) {
  const ListQuery query = good({{"$filter", "userType eq 'Guest'"},
                                {"SELECT", "displayName,UserprincipalName, signInActivity"},
                                {"$Top", "5"}});
  EXPECT_EQ(query.select,
            (std::vector<std::string>{"displayName", "userPrincipalName", "signInActivity"}));
  EXPECT_EQ(query.top, 5U);
  EXPECT_TRUE(query.filter);
  EXPECT_TRUE(query.reads_sign_in_activity());
}

TEST(ListQuery, AdvancedQueriesNeedTheHeaderAndTheCount) {
  const http::Fields both = {
      {"$filter", "userType ne 'Guest'"}, {"$orderby", "displayName"}, {"$count", "true"}};
  EXPECT_TRUE(good(both, Level::eventual).count);
  EXPECT_FALSE(read_list_query(both, user_type(), false));
  EXPECT_FALSE(read_list_query({{"$filter", "userType ne 'Guest'"}}, user_type(), true));
  EXPECT_TRUE(good({{"$search", "\"displayName:a\" OR \"mail:b\""}}, Level::eventual).search);
  EXPECT_FALSE(good({{"$orderby", "userPrincipalName desc"}}).order.empty());
}

TEST(ListQuery, CountWithoutTheHeaderIsIgnored) {
  EXPECT_FALSE(good({{"$count", "true"}}).count);
  EXPECT_TRUE(good({{"$count", "true"}}, Level::eventual).count);
  EXPECT_TRUE(good({{"$count", "true"}}, Level::none, entity_type_of("messages")).count);
}

TEST(ListQuery, OtherSetsHaveOtherRules) {
  EXPECT_EQ(good({{"$skip", "3"}}, Level::none, entity_type_of("messages")).skip, 3U);
  EXPECT_EQ(good({{"$select", "Subject"}}, Level::none, entity_type_of("messages")).select,
            std::vector<std::string>{"Subject"});
  const auto refused = read_list_query({{"$top", "5"}}, entity_type_of("directoryRoles"), false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "This resource does not support custom page sizes. Please retry without a page size "
            "argument.");
}

TEST(ListQuery, TheChecksumIsOfTheOptionsNotOfTheirOrder) {
  const auto checksum = [](const http::Fields& options) { return good(options).checksum; };
  const auto base = checksum({{"$top", "5"}, {"$select", "id"}});
  EXPECT_EQ(checksum({{"select", "id"}, {"$top", "5"}}), base);
  EXPECT_EQ(checksum({{"$select", "id"}, {"$top", "5"}, {"$count", "true"}, {"x", "y"}}), base);
  EXPECT_NE(checksum({{"$select", "id"}, {"$top", "6"}}), base);
  EXPECT_NE(checksum({{"$select", "id"}}), base);
}

TEST(ListQuery, PageSizes) {
  EXPECT_EQ(page_size(good({}), 100), 100U);
  EXPECT_EQ(page_size(good({{"$top", "5"}}), 100), 5U);
  EXPECT_EQ(page_size(good({{"$top", "999"}}), 2), 999U);
  EXPECT_EQ(page_size(good({{"$top", "999"}, {"$select", "signInActivity"}}), 100), 120U);
  EXPECT_EQ(page_size(good({}), 5000), 999U);
}

TEST(ListQuery, ResourceUnits) {
  EXPECT_EQ(resource_units(good({})), 2);
  EXPECT_EQ(resource_units(good({{"$select", "id"}})), 1);
  EXPECT_EQ(resource_units(good({{"$select", "id"}, {"$top", "5"}})), 1);
  EXPECT_EQ(resource_units(good({{"$expand", "manager"}})), 3);
}

TEST(EntityQuery, TakesSelectAndExpandOnly) {
  EXPECT_TRUE(read_entity_query({{"$select", "aboutMe"}, {"$expand", "manager"}}, user_type()));
  for (const std::string name : {"$filter", "$top", "orderby", "$search", "$skiptoken"}) {
    EXPECT_FALSE(read_entity_query({{name, "1"}}, user_type())) << name;
  }
}

TEST(DeltaQuery, RefusesWhatDeltaHasNot) {
  EXPECT_TRUE(read_delta_query({{"$select", "id"}, {"$deltatoken", "latest"}}, user_type()));
  for (const std::string name : {"$expand", "$top", "orderby", "$search", "$skip"}) {
    EXPECT_FALSE(read_delta_query({{name, "1"}}, user_type())) << name;
  }
}

struct Found {
  std::string search{};
  bool found = false;
};

TEST(Search, FindsBeginningsOfWords) {
  const Json item = Json::parse(
      R"({"displayName":"Ann Marie O'Neil","mail":"ann@contoso.com","otherMails":["a@b.com"]})");
  const std::vector<Found> cases = {
      {R"("displayName:ann")", true},
      {R"("displayName:ANN MAR")", true},
      {R"("displayName:mar ann")", false},
      {R"("displayName:nn")", false},
      {R"("displayname:neil")", true},
      {R"("displayName:ann" AND "mail:contoso")", true},
      {R"("displayName:bob" AND "mail:contoso")", false},
      {R"("displayName:bob" OR "mail:contoso")", true},
      {R"("displayName:bob" OR ("mail:ann" AND "displayName:ann"))", true},
      {R"(("displayName:ann"))", true},
      {R"("otherMails:a@b")", true},
      {R"("ann")", true},
      {R"("zoe")", false},
      {R"("none:ann")", false},
  };
  for (const auto& [text, found] : cases) {
    const auto search = parse_search(text);
    ASSERT_TRUE(search) << text;
    EXPECT_EQ(matches(*search, JsonView(item)), found) << text;
  }
}

TEST(Search, BadOnesAreProblems) {
  for (const std::string text :
       {"", " ", "ann", "displayName:ann", R"("displayName:)", R"("displayName:")", R"(":x")",
        R"("a:b" AND)", R"(AND "a:b")", R"("a:b" "c:d")", R"(("a:b")", R"("a:b"))", R"("---")",
        R"("a:b" XOR "c:d")", R"("a:b" and "c:d")"}) {
    EXPECT_FALSE(parse_search(text)) << text;
  }
}

TEST(Order, BadOnesAreProblems) {
  EXPECT_EQ(parse_order("a desc, b/c asc ,d")->size(), 3U);
  for (const std::string text :
       {"", ",", "a,", ",a", "a down", "a desc asc", "a//b", "/a", "a/", "a b c", "'a'", "a;b"}) {
    EXPECT_FALSE(parse_order(text)) << text;
  }
}

TEST(Order, KeysStandInTheOrderOfWhatTheyStandFor) {
  const auto key = [](const std::string& order, const char* item) {
    const Json json = Json::parse(item);
    return sort_key(*parse_order(order), JsonView(json));
  };
  const std::vector<const char*> rising = {R"({})",          R"({"a":false})",  R"({"a":true})",
                                           R"({"a":-1e9})",  R"({"a":-2})",     R"({"a":0})",
                                           R"({"a":0.5})",   R"({"a":10})",     R"({"a":""})",
                                           R"({"a":"ann"})", R"({"a":"ANNA"})", R"({"a":"bob"})"};
  for (std::size_t i = 1; i < rising.size(); ++i) {
    EXPECT_LT(key("a", rising[i - 1]), key("a", rising[i])) << rising[i];
    EXPECT_GT(key("a desc", rising[i - 1]), key("a desc", rising[i])) << rising[i];
  }
  EXPECT_EQ(key("a", R"({"a":"Ann"})"), key("a", R"({"a":"ann"})"));
  EXPECT_LT(key("a,b desc", R"({"a":"ann","b":2})"), key("a,b desc", R"({"a":"Ann","b":1})"));
  EXPECT_LT(key("a,b", R"({"a":"ann","b":2})"), key("a,b", R"({"a":"anna","b":1})"));
}

TEST(Projection, OfTypedAndOpenItems) {
  const Json item =
      Json::parse(R"({"@odata.etag":"e","ID":"1","displayName":"Ann","extension_x":5,"note":"n"})");
  const auto projected = [&](const EntityType& type, const std::vector<std::string>& select) {
    std::string out;
    append_projected(out, type, project(type, select), item);
    return out;
  };
  EXPECT_EQ(projected(user_type(), {"displayName", "id", "otherMails", "signInActivity", "mail"}),
            R"({"@odata.etag":"e","displayName":"Ann","id":"1","otherMails":[],"mail":null})");
  EXPECT_EQ(projected(user_type(), {"extension_x"}), R"({"@odata.etag":"e","extension_x":5})");
  EXPECT_EQ(projected(entity_type_of("things"), {}), json_text(item));
  EXPECT_EQ(projected(entity_type_of("things"), {"note", "absent"}),
            R"({"@odata.etag":"e","note":"n"})");
  EXPECT_EQ(context_of("users", {}, false), "#users");
  EXPECT_EQ(context_of("users", {"id", "mail"}, false), "#users(id,mail)");
  EXPECT_EQ(context_of("users", {"id"}, true), "#users(id)/$entity");
}

}  // namespace
}  // namespace graphfault::graph
