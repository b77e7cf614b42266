/**
 * A {@link dev.taxon.Classifier} over a language model that speaks OpenAI's chat completions, on
 * this machine or another one. Only the composition root comes in, and only where a setting says
 * so: the text of documents leaves this process here.
 */
@NullMarked
package dev.taxon.llm;

import org.jspecify.annotations.NullMarked;
