package dev.latchkey.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether the disk of the data folder has room left, before it is full. */
@Component
class DataFolderCheck implements Check {
  private final Path folder;
  private final DataSize least;

  DataFolderCheck(
      @Value("${latchkey.data-folder}") Path folder,
      @Value("${latchkey.health.least-space}") DataSize least) {
    this.folder = folder.toAbsolutePath();
    this.least = least;
  }

  @Override
  public String name() {
    return Checkup.DATA_FOLDER;
  }

  @Override
  public Finding look() {
    try {
      DataSize left = DataSize.ofBytes(Files.getFileStore(folder).getUsableSpace());
      String told = left.toMegabytes() + " MB are left for " + folder + ".";
      return left.compareTo(least) < 0
          ? Finding.degraded("Only " + told + " Make room there.")
          : Finding.good(told);
    } catch (IOException gone) {
      return Finding.degraded("The data folder cannot be looked at: " + folder);
    }
  }
}
