package dev.taxon.server.http.call;

import java.io.IOException;

/** What an operation does with a call that was found good. */
public interface Action {
  Answer answer(Call call) throws IOException;
}
