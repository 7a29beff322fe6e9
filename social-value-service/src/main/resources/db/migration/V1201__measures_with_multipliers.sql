-- What a catalogue says of a measure besides its value; a licence that is not said is the catalogue's.
alter table measure
    add column local_multiplier numeric(8, 4),
    add column risk_to_life     boolean,
    add column licence          text,
    add column redistributable  boolean;
