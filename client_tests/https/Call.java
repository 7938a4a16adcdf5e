// SPDX-License-Identifier: MIT
// java Call.java URL: prints the status of the answer, by the JDK's own client and trust store.
import java.net.HttpURLConnection;
import java.net.URI;

public class Call {
  public static void main(String[] arguments) throws Exception {
    var connection = (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
    System.out.println(connection.getResponseCode());
  }
}
