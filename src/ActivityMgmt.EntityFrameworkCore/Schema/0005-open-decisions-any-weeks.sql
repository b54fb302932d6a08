-- Version 5: which checkpoints' decisions wait to be carried out, and planned weeks that begin on any weekday. The records of what is stored already are filled in anew by the program.

ALTER TABLE checkpoint_records ADD COLUMN has_open_decision INTEGER NOT NULL DEFAULT 0;

UPDATE aggregates SET content = replace(content, '"monday":', '"firstDay":') WHERE type = 'ActivityMgmt.Domain.WeekPlan';
