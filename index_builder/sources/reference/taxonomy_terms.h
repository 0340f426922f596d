#pragma once

// What every reader of taxonomies needs: making a term of what a file says, and one taxonomy of
// what several files say. Text from files becomes safe plain text here.

#include <string>
#include <string_view>
#include <vector>

#include "index_builder/record/problem.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::sources {

// A term of `vocabulary` with a safe label and description; white space around `code` goes.
record::VocabularyTerm MakeTerm(std::string_view vocabulary, std::string_view code,
                                std::string_view label, std::string_view description = "");

// Adds `id` to the term's other_ids unless the rule of record/term_ref.h already gives it.
void AddOtherId(record::VocabularyTerm& term, std::string_view id);

// A safe one-line synonym, unless it is empty, the label, or there already.
void AddSynonym(record::VocabularyTerm& term, std::string_view synonym);

// A safe one-line phrase, unless it is empty or there already.
void AddPhrase(record::VocabularyTerm& term, std::string_view phrase);
void AddSaying(record::VocabularyTerm& term, std::string_view saying);

// States the crisis text, in one safe line; "" states that there is none.
void SetCrisis(record::VocabularyTerm& term, std::string_view text);

// Makes one taxonomy of what was read, in the order in which it was read:
//  * terms ascending by vocabulary and code, one each: the first label, description, parent,
//    sensitivity and crisis text that are stated, the synonyms, phrases, sayings and other ids of
//    all;
//  * a parent that is not in the vocabulary (reported) or leads back to the term (reported) is
//  dropped;
//  * mappings ascending by from and to, one each; a term that stands only in a mapping is added
//  with the
//    label that the mapping has, or its code (reported).
//  * a mapping between vocabularies that cannot serve each other (taxonomy/vocabularies.h) is left
//    out and reported;
//  * what a file removes is gone, with its mappings, whichever file it is from; terms below it move
//    up to its parent and keep its sensitivity and crisis text; removing what is not there is
//    reported. The result still names what was removed.
// Terms without a code or a label are reported and left out.
record::Taxonomy MergeTaxonomy(record::Taxonomy read, record::ProblemSink& sink);

}  // namespace waypost::sources
