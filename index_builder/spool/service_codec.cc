#include "index_builder/spool/service_codec.h"

#include <zstd.h>

#include <cereal/cereal.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <exception>

#include "index_builder/spool/byte_archive.h"

namespace waypost {

// cereal finds these beside the types they are for.

template <typename Archive, typename E>
std::uint32_t save_minimal(const Archive& /*archive*/, const EnumSet<E>& set) {
  return set.bits();
}
template <typename Archive, typename E>
void load_minimal(const Archive& /*archive*/, EnumSet<E>& set, const std::uint32_t& bits) {
  set = EnumSet<E>::FromBits(bits);
}

template <typename Archive>
int save_minimal(const Archive& /*archive*/, const MinuteOfDay& minute) {
  return minute.value();
}
template <typename Archive>
void load_minimal(const Archive& /*archive*/, MinuteOfDay& minute, const int& value) {
  minute = MinuteOfDay(value);
}

template <typename Archive>
void save(Archive& archive, const LatLng& point) {
  archive(point.lat_e7(), point.lon_e7());
}
template <typename Archive>
void load(Archive& archive, LatLng& point) {
  std::int32_t lat = 0;
  std::int32_t lon = 0;
  archive(lat, lon);
  point = LatLng::FromE7(lat, lon);
}

namespace record {

template <typename Archive>
void serialize(Archive& archive, TermRef& x) {
  archive(x.vocabulary, x.code, x.label);
}
template <typename Archive>
void serialize(Archive& archive, PublishedTerm& x) {
  archive(x.term, x.id, x.uri, x.description, x.parent_id);
}
template <typename Archive>
void serialize(Archive& archive, Phone& x) {
  archive(x.id, x.number, x.extension, x.type, x.language, x.description);
}
template <typename Archive>
void serialize(Archive& archive, Contact& x) {
  archive(x.id, x.name, x.title, x.department, x.email, x.phones);
}
template <typename Archive>
void serialize(Archive& archive, Organisation& x) {
  archive(x.id, x.name, x.alternate_name, x.description, x.email, x.url, x.logo, x.uri, x.terms,
          x.public_id);
}
template <typename Archive>
void serialize(Archive& archive, AccessibilityStatement& x) {
  archive(x.feature, x.fact, x.text, x.url);
}
template <typename Archive>
void serialize(Archive& archive, Address& x) {
  archive(x.lines, x.city, x.county, x.postcode, x.country);
}
template <typename Archive>
void serialize(Archive& archive, Location& x) {
  archive(x.id, x.name, x.description, x.transportation, x.url, x.type, x.position, x.precision,
          x.masked, x.hidden_district, x.address, x.accessibility, x.phones, x.public_id);
}
template <typename Archive>
void serialize(Archive& archive, ByDay& x) {
  archive(x.ordinal, x.weekday);
}
template <typename Archive>
void serialize(Archive& archive, Schedule& x) {
  archive(x.id, x.freq, x.interval, x.count, x.byday, x.bymonthday, x.byweekno, x.byyearday, x.wkst,
          x.dtstart, x.until, x.valid_from, x.valid_to, x.except, x.opens_at, x.closes_at,
          x.utc_offset_minutes, x.description, x.attending_type, x.schedule_link, x.notes,
          x.as_published, x.unreadable);
}
template <typename Archive>
void serialize(Archive& archive, HolidaySchedule& x) {
  archive(x.id, x.closed, x.opens_at, x.closes_at, x.start_date, x.end_date);
}
template <typename Archive>
void serialize(Archive& archive, ServiceAtLocation& x) {
  archive(x.id, x.description, x.location, x.schedules, x.holiday_schedules, x.phones, x.contacts,
          x.public_id);
}
template <typename Archive>
void serialize(Archive& archive, ServiceArea& x) {
  archive(x.id, x.name, x.uri, x.extent, x.extent_type);
}
template <typename Archive>
void serialize(Archive& archive, AgeRange& x) {
  archive(x.minimum, x.maximum);
}
template <typename Archive>
void serialize(Archive& archive, CostOption& x) {
  archive(x.id, x.option, x.amount_description, x.currency, x.amount, x.valid_from, x.valid_to);
}
template <typename Archive>
void serialize(Archive& archive, Language& x) {
  archive(x.code, x.name);
}
template <typename Archive>
void serialize(Archive& archive, Eligibility& x) {
  archive(x.id, x.text, x.terms, x.ages);
}
template <typename Archive>
void serialize(Archive& archive, Review& x) {
  archive(x.id, x.reviewer_organisation_id, x.title, x.description, x.date, x.score, x.url,
          x.widget, x.public_id);
}
template <typename Archive>
void serialize(Archive& archive, InferredType& x) {
  archive(x.type, x.words);
}
template <typename Archive>
void serialize(Archive& archive, Service& x) {
  archive(x.source, x.id, x.public_id, x.name, x.alternate_name, x.description, x.url, x.email,
          x.status, x.fees, x.accreditations, x.licenses, x.alert, x.application_process,
          x.eligibility_description, x.interpretation_services, x.wait_time, x.deliverable_types,
          x.attending, x.access, x.ages, x.eligibilities, x.assured_date, x.assurer_email,
          x.last_modified, x.confidential, x.organisation, x.locations, x.areas, x.schedules,
          x.holiday_schedules, x.cost_options, x.languages, x.contacts, x.phones, x.terms,
          x.published_terms, x.inferred_types, x.fundings, x.reviews, x.extras, x.part_extras);
}

}  // namespace record

namespace spool {
namespace {

// Far beyond what a reader gives out: a record of a feed has at most 16 MiB.
constexpr std::size_t kLongestService = std::size_t{1} << 30;

// Zstd's fast levels: a third of the time of level 1.
constexpr int kLevel = -3;

struct CloseCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct CloseDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

struct ServiceCodec::Contexts {
  // Made when first needed: most codecs go one way only.
  std::unique_ptr<ZSTD_CCtx, CloseCompressor> compressor;
  std::unique_ptr<ZSTD_DCtx, CloseDecompressor> decompressor;
  std::string plain;
  std::string packed;
};

ServiceCodec::ServiceCodec() : contexts_(std::make_unique<Contexts>()) {}
ServiceCodec::ServiceCodec(ServiceCodec&&) noexcept = default;
ServiceCodec& ServiceCodec::operator=(ServiceCodec&&) noexcept = default;
ServiceCodec::~ServiceCodec() = default;

absl::StatusOr<std::string_view> ServiceCodec::Encode(const record::Service& service) {
  Contexts& c = *contexts_;
  if (c.compressor == nullptr) c.compressor.reset(ZSTD_createCCtx());
  if (c.compressor == nullptr) return Internal("no memory for zstd");
  c.plain.clear();
  try {
    ByteOutput archive(c.plain);
    archive(service);
  } catch (const std::exception& error) {
    return Internal(std::string("cereal: ") + error.what());
  }
  c.packed.resize(ZSTD_compressBound(c.plain.size()));
  const std::size_t size = ZSTD_compressCCtx(c.compressor.get(), c.packed.data(), c.packed.size(),
                                             c.plain.data(), c.plain.size(), kLevel);
  if (ZSTD_isError(size) != 0) return Internal(std::string("zstd: ") + ZSTD_getErrorName(size));
  return std::string_view(c.packed).substr(0, size);
}

std::size_t ServiceCodec::plain_bytes() const { return contexts_->plain.size(); }

absl::Status ServiceCodec::Decode(std::string_view bytes, record::Service& service) {
  Contexts& c = *contexts_;
  if (c.decompressor == nullptr) c.decompressor.reset(ZSTD_createDCtx());
  if (c.decompressor == nullptr) return Internal("no memory for zstd");
  const auto known = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (known == ZSTD_CONTENTSIZE_ERROR || known == ZSTD_CONTENTSIZE_UNKNOWN ||
      known > kLongestService) {
    return DataLoss("a service in a scratch file is damaged; build again");
  }
  c.plain.resize(known);
  const std::size_t size = ZSTD_decompressDCtx(c.decompressor.get(), c.plain.data(), c.plain.size(),
                                               bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0) return DataLoss(std::string("zstd: ") + ZSTD_getErrorName(size));
  try {
    ByteInput archive(c.plain);
    service = {};
    archive(service);
  } catch (const std::exception& error) {
    return DataLoss(std::string("cereal: ") + error.what());
  }
  return absl::OkStatus();
}

}  // namespace spool
}  // namespace waypost
