package org.anchors.employment.milestone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.outcome.OrderCheck;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.bulk.ReceivedFile;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/** One load of milestones, from the file to the tables. */
final class Load implements RowSink, Folding.Findings {

    private static final String UNKNOWN = "Register the participant first, in the programme that is named.";

    private final Connection connection;
    private final Wish wish;
    private final Context context;
    private final Consumer<List<Long>> recount;
    private final FaultList list;
    private final LoadCount tally;
    private Optional<Staging> staging = Optional.empty();

    /**
     * How milestones are sent and what is to be done with them.
     *
     * @param id names the load, or the check
     * @param dryRun whether they are only to be checked
     */
    record Wish(Form form, LoadMode mode, UUID id, boolean dryRun) {}

    Load(Connection connection, Wish wish, Context context, Consumer<List<Long>> recount) {
        this.connection = connection;
        this.wish = wish;
        this.context = context;
        this.recount = recount;
        this.list = new FaultList(connection, wish.id(), this::pause);
        this.tally = new LoadCount(list::add);
    }

    LoadOutcome run(ReceivedFile file) throws SQLException {
        try (var opened = new Staging(connection)) {
            staging = Optional.of(opened);
            read(file);
            refuseWhereNothingWasRead();
            opened.end();
            sort(opened);
            new Folding(connection, context.programmes(), this).fold();
            if (wish.mode() == LoadMode.ALL_OR_NOTHING && tally.faults().count() > 0) {
                return refused();
            }
            if (!wish.dryRun() || !tally.tellsAll()) {
                list.write();
            }
            opened.forget(tally.refusedRows());
            return tally.outcome(wish, keep(new Keeping(connection)));
        }
    }

    private LoadOutcome refused() throws SQLException {
        if (!tally.tellsAll()) {
            list.write();
        }
        return tally.refused(wish);
    }

    private void pause() throws SQLException {
        if (staging.isPresent()) {
            staging.get().pause();
        }
    }

    /** Without a row there is nothing that could be accepted, whatever the mode. */
    private void refuseWhereNothingWasRead() {
        if (tally.taken() == 0) {
            if (tally.faults().count() == 0) {
                tally.note(new Fault("", "nothing-sent", null, "Send one milestone at least."));
            }
            throw new Refused(
                    CommonRefusal.INVALID_REQUEST,
                    tally.faults().summary() + "; nothing was stored.",
                    tally.faults().listed());
        }
    }

    /** Answers how many milestones are new. */
    private int keep(Keeping keeping) throws SQLException {
        var accepted = keeping.count();
        if (accepted > 0 && !wish.dryRun()) {
            keeping.milestones(context.now());
            keeping.states();
            keeping.folded();
            keeping.followUps(context.now());
            recount.accept(keeping.cohorts());
        }
        return accepted;
    }

    private void read(ReceivedFile file) {
        try (var body = file.read()) {
            switch (wish.form()) {
                case ROWS -> new CsvRows(this).read(body);
                case JSON, LINES -> new JsonRows(wish.form(), this).read(body);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void take(Given given, List<Fault> faults) {
        count();
        var checked = MilestoneCheck.of(given, wish.form(), context);
        faults.forEach(fault -> tally.refuse(given.row(), fault));
        checked.faults().stream()
                .filter(fault -> faults.stream().noneMatch(shape -> shape.at().equals(fault.at())))
                .forEach(fault -> tally.refuse(given.row(), fault));
        if (faults.isEmpty()) {
            checked.draft().ifPresent(this::stage);
        }
    }

    private void count() {
        tally.take();
        if (tally.taken() > CsvRows.MOST_ROWS) {
            throw new Refused(
                    CommonRefusal.BODY_TOO_LARGE, "A file may have %,d milestones.".formatted(CsvRows.MOST_ROWS));
        }
    }

    @Override
    public void unreadable(int row, Fault fault) {
        count();
        tally.refuse(row, fault);
    }

    private void stage(Draft draft) {
        try {
            staging.orElseThrow().add(draft);
        } catch (SQLException failure) {
            throw new StagingFailed(failure);
        }
    }

    @Override
    public void fault(Fault fault) {
        tally.note(fault);
    }

    private void sort(Staging opened) throws SQLException {
        opened.unknown(row -> refuse(row, Field.PARTICIPANT, "unknown-participant", UNKNOWN));
        opened.contradicted(row -> refuse(
                row,
                Field.RECORD,
                "given-twice",
                "Another row says something else about the same record; send it once."));
        opened.forgetOthers();
        opened.lock();
        opened.unknownSince(row -> refuse(row, Field.PARTICIPANT, "unknown-participant", UNKNOWN));
        opened.sealed(row -> refuse(
                row,
                Field.PARTICIPANT,
                "cohort-sealed",
                "The cohort's records were deleted when they had been kept for long"
                        + " enough; nothing can be added."));
        opened.forgetKnown(
                row -> refuse(
                        row,
                        Field.RECORD,
                        "record-exists",
                        "It was recorded before and says something else: send a record with an id of its own that corrects it."),
                row -> tally.query(new Fault(
                        wish.form().place(row, Field.RECORD),
                        "superseded-already",
                        null,
                        "It was recorded before and withdrawn; if it happened, send it with a record id of its own.")));
        opened.forget(tally.refusedRows());
    }

    private void refuse(int row, Field field, String rule, String mend) {
        tally.refuse(row, new Fault(wish.form().place(row, field), rule, null, mend));
    }

    @Override
    public void error(Folding.On on, OrderCheck.Finding finding) {
        tally.refuse(on.row(), told(on, finding));
    }

    @Override
    public void query(Folding.On on, OrderCheck.Finding finding) {
        tally.query(told(on, finding));
    }

    @Override
    public void tooMany(int row) {
        refuse(
                row,
                Field.PARTICIPANT,
                "too-many-records",
                "A participant may have %,d records; look whether each row names the right one."
                        .formatted(Person.MOST_RECORDS));
    }

    private Fault told(Folding.On on, OrderCheck.Finding finding) {
        return new Fault(
                wish.form().place(on.row(), Field.ON), finding.rule(), on.day().toString(), finding.mend());
    }
}
